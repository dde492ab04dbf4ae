import { readFileSync } from 'node:fs';
import { run } from './run.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock */

/** @param {string} file @returns {Lock} */
const readLock = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** @returns {Lock} */
function readInstalled() {
  try {
    return readLock('node_modules/.package-lock.json');
  } catch {
    return { packages: {} };
  }
}

/** Whether node_modules holds what package-lock.json asks for; what is optional may not be meant for this machine. */
function isCurrent() {
  const { packages: installed } = readInstalled();
  return Object.entries(readLock('package-lock.json').packages).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/** Installs the dependencies where they are missing or stale. */
export async function ensureDependencies() {
  if (!isCurrent()) await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
}
