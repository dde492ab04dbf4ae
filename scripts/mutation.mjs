import { parseArgs } from 'node:util';
import { command } from './setup/command.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';

const help = `Changes the code here and there and looks whether the unit tests see it: each change is a mutant.
Those that none sees are printed, and all are in dist/mutation/index.html.

npm run mutation [-- folder or file …]

  folder     what to change, as src/model/query; src/model, src/protocol and src/relay without it
  --help     this text`;

const rooms = ['src/model', 'src/protocol', 'src/relay'];

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean' } },
  });
  if (values.help) return console.log(help);
  await ensureDependencies();
  const { Stryker } = await import('@stryker-mutator/core');
  const places = positionals.length > 0 ? positionals : rooms;
  const stryker = new Stryker({
    mutate: places.map((place) => (place.endsWith('.ts') ? place : `${place}/**/*.ts`)),
    plugins: ['./scripts/mutation/runner.mjs'],
    testRunner: 'in-process',
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // Who goes round for ever is mostly known by how often the mutant is met. The clock is for the rest, on a busy machine, too.
    timeoutMS: 10_000,
    timeoutFactor: 1,
    // Each of those that are there before the tests leaves the code of all of them in memory.
    maxTestRunnerReuse: 1000,
    reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
    clearTextReporter: { reportTests: false, allowColor: false },
    htmlReporter: { fileName: 'dist/mutation/index.html' },
    jsonReporter: { fileName: 'dist/mutation/mutation.json' },
    tempDirName: 'dist/mutation/sandbox',
    ignorePatterns: ['dist'],
    // What Stryker does with it needs an API that TypeScript 7 has not, and nothing here needs it.
    tsconfigFile: 'none',
  });
  await stryker.runMutationTest();
});
