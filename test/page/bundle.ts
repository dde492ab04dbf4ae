import { build, type Rolldown } from 'vite';

/** A module and all that it imports, as one classic script that a page can load. */
export async function bundle(entry: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    // What libraries that were written for Node call it.
    define: { global: 'globalThis' },
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      rollupOptions: { input: entry, output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}
