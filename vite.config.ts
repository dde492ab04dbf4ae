import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
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

export default defineConfig(({ mode }) => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [preact(), crx({ manifest: { ...manifest, ...own[browser] } as ManifestV3Export, browser })],
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
