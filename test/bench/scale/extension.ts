import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build } from 'vite';

/** The built extension with one page more, at `bench/index.html`: the panel on a generated session. */
export interface ScaleExtension {
  readonly folder: string;
  remove(): Promise<void>;
}

export async function buildScaleExtension(): Promise<ScaleExtension> {
  const folder = await mkdtemp(join(tmpdir(), 'sockscope-bench-'));
  await cp('dist/chrome', folder, { recursive: true });
  await build({
    configFile: false,
    root: 'test/bench/scale/page',
    base: './',
    logLevel: 'error',
    plugins: [preact()],
    worker: { format: 'es' },
    build: { outDir: join(folder, 'bench'), target: 'es2022', modulePreload: false },
  });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
