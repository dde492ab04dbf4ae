import { join } from 'node:path';
import { chdir, exit, versions } from 'node:process';

/** Runs what a person called: from the root of the repository, with one clear line where it fails. */
export async function command(/** @type {() => Promise<void>} */ main) {
  try {
    const [major = 0, minor = 0] = versions.node.split('.').map(Number);
    if (major < 20 || (major === 20 && minor < 19))
      throw new Error(`Sockscope is built with Node 20.19 or newer; this is ${versions.node}.`);
    chdir(join(import.meta.dirname, '../..'));
    await main();
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    exit(1);
  }
}
