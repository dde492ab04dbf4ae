import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

/**
 * Makes all unit tests of what is pure one file, which can be loaded again and again, where it is not there yet. It is
 * made of the files in the current folder, which is Stryker's copy of the project. Gives its path.
 */
export async function bundleTests() {
  const standIn = resolve('scripts/mutation/stand-in.ts');
  const outDir = resolve('dist/mutation');
  const file = resolve(outDir, 'tests.js');
  if (existsSync(file)) return file;
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'stand-in',
        enforce: 'pre',
        resolveId: (id, importer) => (id === 'vitest' && importer !== standIn ? standIn : undefined),
      },
    ],
    build: {
      outDir,
      ssr: 'scripts/mutation/tests.ts',
      target: 'esnext',
      copyPublicDir: false,
      rollupOptions: { output: { codeSplitting: false } },
    },
  });
  return file;
}
