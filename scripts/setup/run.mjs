import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { platform } from 'node:process';

/**
 * Runs a program, with its output shown.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {AbortSignal} [signal] ends it
 * @throws {Error} where it does not end well
 */
export async function run(program, args, signal) {
  const line = [program, ...args].join(' ');
  console.log(`\n$ ${line}`);
  // On Windows npm is a batch file, which only a shell runs.
  const child = spawn(program, args, { stdio: 'inherit', shell: platform === 'win32', signal });
  const [code, killed] = await once(child, 'close').catch((error) => {
    throw new Error(
      signal?.aborted ? `This took too long and was ended: ${line}` : `${error.message}: ${line}`,
    );
  });
  if (code !== 0) throw new Error(`This failed (${code === null ? killed : `exit code ${code}`}): ${line}`);
}
