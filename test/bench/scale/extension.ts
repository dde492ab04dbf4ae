import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build } from 'vite';

const pages = 'test/bench/scale/page';

/**
 * The built extension with two pages more: `bench/index.html`, the panel on a generated session, and
 * `bench/floor.html`, a list that does next to nothing.
 */
export interface ScaleExtension {
  readonly folder: string;
  remove(): Promise<void>;
}

export async function buildScaleExtension(): Promise<ScaleExtension> {
  const folder = await mkdtemp(join(tmpdir(), 'sockscope-bench-'));
  await cp('dist/chrome', folder, { recursive: true });
  await build({
    configFile: false,
    root: pages,
    base: './',
    logLevel: 'error',
    plugins: [preact()],
    worker: { format: 'es' },
    build: {
      outDir: join(folder, 'bench'),
      target: 'es2022',
      modulePreload: false,
      rollupOptions: { input: [`${pages}/index.html`, `${pages}/floor.html`] },
    },
  });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
