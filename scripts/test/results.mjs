import { existsSync, readFileSync, rmSync } from 'node:fs';
import { run } from '../setup/run.mjs';

/**
 * What vitest's JSON reporter writes, as far as it counts here: https://vitest.dev/guide/reporters#json-reporter
 * @typedef {object} Results
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults one for each file
 */

/** @typedef {{ passed: number, failed: number }} Count */

/** A file that fails by itself, not by one of its tests, counts as one failure. @param {Results} results @returns {Count} */
function countOf({ numPassedTests, numFailedTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

/**
 * Runs the tests of some of vitest's projects. A run that does not end well has at least one failure.
 * @param {readonly string[]} projects
 * @param {AbortSignal} signal ends it
 * @returns {Promise<Count>}
 */
export async function runTests(projects, signal) {
  const file = `dist/test/${projects.join('-')}.json`;
  rmSync(file, { force: true });
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  let failure;
  try {
    await run('node', ['node_modules/vitest/vitest.mjs', 'run', ...chosen, ...reporters], signal);
  } catch (error) {
    failure = error;
    console.log(`\n${error instanceof Error ? error.message : error}`);
  }
  const { passed, failed } = existsSync(file)
    ? countOf(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0 };
  return { passed, failed: failure ? Math.max(failed, 1) : failed };
}
