import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { getuid } from 'node:process';
import { findBrowser, requireBrowser } from './browsers.mjs';
import { run } from './run.mjs';

/** @typedef {import('./browsers.mjs').Kind} Kind */

/** Asks nothing, and waits for another installation, which may be going on at the start of a machine. */
const apt = ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=480'];

const canInstall = () => existsSync('/etc/debian_version') && getuid?.() === 0;

/** @param {Kind} kind */
const packageOf = ({ packages }) =>
  packages.find((name) => spawnSync('apt-cache', ['show', name]).status === 0);

/** @param {readonly Kind[]} kinds */
async function install(kinds) {
  await run('env', [...apt, 'update']);
  const packages = kinds.map(packageOf).filter((name) => name !== undefined);
  if (packages.length > 0)
    await run('env', [...apt, 'install', '-y', '--no-install-recommends', ...packages]);
}

/**
 * Sees to it that browsers are there: on Debian and Ubuntu, as root, it installs those that are missing.
 * @param {readonly Kind[]} kinds
 * @throws {Error} where one cannot be had: what to install
 */
export async function ensureBrowsers(...kinds) {
  const missing = kinds.filter((kind) => findBrowser(kind) === undefined);
  if (missing.length > 0 && canInstall()) await install(missing);
  for (const kind of kinds) requireBrowser(kind);
}
