import { pathToFileURL } from 'node:url';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { bundleTests } from './bundle.mjs';
import { resultOf } from './result.mjs';

/**
 * @import { FileDescriptions, InstrumenterContext } from '@stryker-mutator/api/core'
 * @import { CompleteDryRunResult, DryRunResult, MutantRunOptions, TestResult } from '@stryker-mutator/api/test-runner'
 * @import { Test } from './stand-in.ts'
 */

/**
 * Properties try values of a mutant's own, lest what was kept of them from the one before hides it; always the same. One
 * counterexample is enough: to look for the smallest takes longer than all the rest.
 */
const trySeed = (/** @type {number} */ seed) => fc.configureGlobal({ endOnFailure: true, seed });

/** Where mutated code looks which mutant it is to be, and counts what was met. @type {InstrumenterContext} */
const context = {};
Object.assign(globalThis, { __stryker__: context });

const nobody = { activeMutant: undefined, hitCount: undefined, hitLimit: undefined };

/**
 * Tries mutants by the unit tests of what is pure, in its own process, where most take some ms: Stryker's runner for
 * Vitest has it begin anew for each, which takes longer than the tests do. A mutant is tried by the tests of its own
 * folder: what others happen to notice is no test of it.
 */
class InProcessRunner {
  static inject = tokens(commonTokens.fileDescriptions);
  #folders;
  #bundle = '';
  #loads = 0;
  /** @type {readonly Test[]} */
  #tests = [];

  /** @param {FileDescriptions} files */
  constructor(files) {
    const mutated = Object.keys(files).filter((file) => files[file]?.mutate);
    this.#folders = new Set(mutated.map(testsOf));
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#bundle = pathToFileURL(await bundleTests()).href;
  }

  async dryRun() {
    await this.#load();
    trySeed(-1);
    const result = await run(this.#tests, { bail: false });
    return { ...result, mutantCoverage: context.mutantCoverage ?? { static: {}, perTest: {} } };
  }

  /** @param {MutantRunOptions} options */
  async mutantRun(options) {
    trySeed(Number(options.activeMutant.id));
    const result = toMutantRunResult(await this.#try(options));
    const culprit = result.status === 'killed' && this.#tests.find(({ id }) => result.killedBy.includes(id));
    if (!culprit || options.mutantActivation === 'static') return result;
    // Where it fails without the mutant, too, one before has left something behind.
    const { status } = await resultOf(culprit);
    if (status === TestStatus.Success) return result;
    await this.#load();
    return toMutantRunResult(await this.#try(options));
  }

  /**
   * A mutant may be met ten times as often as in all tests without it: Stryker would allow for a hundred times.
   * @param {MutantRunOptions} options @returns {Promise<DryRunResult>}
   */
  async #try({ activeMutant, hitLimit, mutantActivation, reloadEnvironment, sandboxFileName, testFilter }) {
    const most = hitLimit && hitLimit / 10;
    const mutant = { activeMutant: activeMutant.id, hitCount: 0, hitLimit: most };
    try {
      if (mutantActivation === 'static') Object.assign(context, mutant);
      if (reloadEnvironment || this.#loads === 0) await this.#load();
      Object.assign(context, mutant);
      const own = testsOf(sandboxFileName);
      const tests = this.#tests.filter(
        ({ id, file }) => isIn(own, file) && (!testFilter || testFilter.includes(id)),
      );
      const result = await run(tests, { bail: true });
      return determineHitLimitReached(context.hitCount, most) ?? result;
    } catch (error) {
      return { status: DryRunStatus.Error, errorMessage: String(error) };
    } finally {
      Object.assign(context, nobody);
    }
  }

  async #load() {
    this.#loads++;
    /** @type {{ tests: readonly Test[] }} */
    const { tests } = await import(`${this.#bundle}?${this.#loads}`);
    this.#tests = tests.filter(({ file }) => [...this.#folders].some((folder) => isIn(folder, file)));
  }
}

/** Where the tests of a file are: `test/unit/model/query` for what is in `src/model/query`. @param {string} mutated */
const testsOf = (mutated) => mutated.replace(/^.*\bsrc\/((?:model\/)?\w+).*$/s, 'test/unit/$1');

/** Whether a file is in that folder, or is called so. @param {string} name @param {string} file */
const isIn = (name, file) => file.startsWith(`${name}/`) || file.startsWith(`${name}.`);

/** How many ms each test took last. @type {Map<string, number>} */
const took = new Map();

const timeOf = (/** @type {Test} */ { id }) => took.get(id) ?? 0;

/** Runs tests, the quickest first. @param {readonly Test[]} tests @param {{ bail: boolean }} how @returns {Promise<CompleteDryRunResult>} */
async function run(tests, { bail }) {
  /** @type {TestResult[]} */
  const results = [];
  for (const test of tests.toSorted((one, other) => timeOf(one) - timeOf(other))) {
    context.currentTestId = test.id;
    const result = await resultOf(test);
    results.push(result);
    took.set(test.id, result.timeSpentMs);
    if (bail && result.status === TestStatus.Failed) break;
  }
  delete context.currentTestId;
  return { status: DryRunStatus.Complete, tests: results };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
