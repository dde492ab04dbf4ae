import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

const background = 'src/background/main.ts';

/** What differs between the two browsers: how the background runs, and the keys that only one of them knows. */
const own = {
  chrome: {
    background: { service_worker: background, type: 'module' },
    minimum_chrome_version: '148',
    // Without it extension ports are JSON: https://developer.chrome.com/docs/extensions/develop/concepts/messaging
    message_serialization: 'structured_clone',
  },
  firefox: {
    background: { scripts: [background], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'sockscope@sockscope.dev',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
};

/** Properties of the hook's own objects: names that it uses of no interface of the browser, and that are no words of the protocol. */
const hookNames =
  /^(?:above|add|addBlob|addBytes|addText|adopt|attempt|begin|bufferedAmount|calls|closing|content|deliver|family|fields|finish|give|inject|isBytes|isOn|kept|limit|limits|listen|lives|native|nativeSend|note|number|originals|piece|push|sender|shift|spare|takers|tell|tellMore|trace|used|writer)$/;

/** The built hook. */
const HOOK = 'src/hook/main.iife.js';

/**
 * What runs in every frame of every page is made smaller once more, which is worth some 3 % beside Vite's own minifier. And
 * no error of it reaches a page: another extension's script may have changed what any of it stands on.
 */
const smallest: Plugin = {
  name: 'sockscope:smallest',
  enforce: 'post',
  async generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'asset' || !file.fileName.endsWith('.iife.js')) continue;
      const { code } = await minify(String(file.source), {
        ecma: 2022,
        compress: { passes: 3, unsafe_arrows: true },
        mangle: { properties: file.fileName === HOOK && { regex: hookNames, builtins: true } },
      });
      if (code !== undefined) file.source = `try{${code}}catch{}`;
    }
  },
};

export default defineConfig(({ mode }) => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [
      preact(),
      crx({ manifest: { ...manifest, ...own[browser] } as ManifestV3Export, browser }),
      smallest,
    ],
    // What unpacks a zip is a chunk of its own, loaded by the worker when there is one.
    worker: { format: 'es' },
    define: { VERSION: JSON.stringify(manifest.version) },
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      // Named only in code (devtools.panels.create), so the bundler cannot find it by itself.
      rollupOptions: { input: { panel: 'src/panel/panel.html' } },
    },
  };
});
