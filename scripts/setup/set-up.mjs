import { ensureDependencies } from './dependencies.mjs';
import { ensureBrowsers } from './install.mjs';

/**
 * Sets up what is needed on a machine that has only Node.
 * @param {readonly import('./browsers.mjs').Kind[]} kinds the browsers that are needed
 */
export async function setUp(...kinds) {
  await ensureDependencies();
  await ensureBrowsers(...kinds);
}
