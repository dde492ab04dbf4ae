/**
 * Loads a TypeScript module. Node 20 reads none, so Vite does it, which is there for the build anyway.
 * @param {string} path from the root of the repository
 */
export async function load(path) {
  // Vite would say `development` for the whole process: what is built in it would have Preact's checks of every element.
  process.env.NODE_ENV ??= 'production';
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(`./${path}`, { configFile: false, logLevel: 'error' });
  return module;
}
