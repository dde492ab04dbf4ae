import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { DryRunStatus, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { bundleTests } from './bundle.mjs';
import { resultOf } from './result.mjs';

/**
 * @import { FileDescriptions, InstrumenterContext, MutantCoverage } from '@stryker-mutator/api/core'
 * @import { DryRunResult, MutantRunOptions, TestResult } from '@stryker-mutator/api/test-runner'
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

/** How often each test meets each mutant, and how long it takes, for the processes that follow on one that was ended. */
const KNOWN = 'dist/mutation/known.json';

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
  /** @type {MutantCoverage} */
  #coverage = { static: {}, perTest: {} };

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
    if (!existsSync(KNOWN)) return;
    const { coverage, times } = JSON.parse(readFileSync(KNOWN, 'utf8'));
    this.#coverage = coverage;
    for (const [id, ms] of times) took.set(id, ms);
  }

  /** @returns {Promise<DryRunResult>} */
  async dryRun() {
    trySeed(-1);
    await this.#load();
    /** @type {TestResult[]} */
    const tests = [];
    for (const test of this.#tests) {
      context.currentTestId = test.id;
      const result = await resultOf(test);
      tests.push(result);
      took.set(test.id, result.timeSpentMs);
    }
    delete context.currentTestId;
    this.#coverage = context.mutantCoverage ?? this.#coverage;
    writeFileSync(KNOWN, JSON.stringify({ coverage: this.#coverage, times: [...took] }));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.#coverage };
  }

  /** @param {MutantRunOptions} options */
  async mutantRun(options) {
    trySeed(Number(options.activeMutant.id));
    const result = toMutantRunResult(await this.#try(options));
    if (result.status !== 'killed' || options.mutantActivation === 'static') return result;
    if (await this.#passes(result.killedBy)) return result;
    // It fails without the mutant, too: one before has left something behind.
    await this.#load();
    if (await this.#passes(result.killedBy)) return toMutantRunResult(await this.#try(options));
    throw new Error(`Fails without any mutant: ${result.killedBy}`);
  }

  /** Whether tests pass without a mutant. @param {readonly string[]} ids */
  async #passes(ids) {
    for (const test of this.#tests.filter(({ id }) => ids.includes(id)))
      if ((await resultOf(test, patience(test))).status !== TestStatus.Success) return false;
    return true;
  }

  /** @param {MutantRunOptions} options @returns {Promise<DryRunResult>} */
  async #try({ activeMutant, mutantActivation, reloadEnvironment, sandboxFileName, testFilter }) {
    const mutant = { ...nobody, activeMutant: activeMutant.id };
    try {
      if (mutantActivation === 'static') Object.assign(context, mutant);
      if (reloadEnvironment || this.#loads === 0) await this.#load();
      Object.assign(context, mutant);
      const own = testsOf(sandboxFileName);
      return await this.#run(
        this.#tests.filter(({ id, file }) => isIn(own, file) && (testFilter?.includes(id) ?? true)),
        activeMutant.id,
      );
    } catch (error) {
      // The tests cannot even be loaded with it: that is seen, too.
      const loading = { id: 'loading', name: 'loading', timeSpentMs: 0 };
      const failed = { ...loading, status: TestStatus.Failed, failureMessage: String(error) };
      return { status: DryRunStatus.Complete, tests: [failed] };
    } finally {
      Object.assign(context, nobody);
    }
  }

  /**
   * Runs tests up to the first that fails, the quickest first. One that meets the mutant ten times as often as without
   * it, and a thousand times more, is taken to go round for ever.
   * @param {readonly Test[]} tests @param {string} mutant @returns {Promise<DryRunResult>}
   */
  async #run(tests, mutant) {
    /** @type {TestResult[]} */
    const results = [];
    for (const test of tests.toSorted((one, other) => timeOf(one) - timeOf(other))) {
      const most = 10 * (this.#coverage.perTest[test.id]?.[mutant] ?? 0) + 1000;
      Object.assign(context, { hitCount: 0, hitLimit: most });
      const result = await resultOf(test, patience(test));
      results.push(result);
      if ((context.hitCount ?? 0) > most) return { status: DryRunStatus.Timeout };
      if (result.status === TestStatus.Failed) break;
    }
    return { status: DryRunStatus.Complete, tests: results };
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

/** How many ms each test takes without a mutant. @type {Map<string, number>} */
const took = new Map();

const timeOf = (/** @type {Test} */ { id }) => took.get(id) ?? 0;

/** How many ms it may take. */
const patience = (/** @type {Test} */ test) => Math.ceil(5000 + 3 * timeOf(test));

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
