import { parseArgs } from 'node:util';
import { chromium } from './setup/browsers.mjs';
import { command } from './setup/command.mjs';
import { run } from './setup/run.mjs';
import { setUp } from './setup/set-up.mjs';
import { load } from './setup/typescript.mjs';

const help = `Measures what Sockscope costs a page and how fast its panel is, beside the bare browser and in one run.
The figures are printed and left in dist/bench.

npm run bench [-- options] [bench …]

  bench      which to run: page-cost, scale, opening, start, stream, network-panel; all of them without it
  --soak     ten minutes of a steady stream instead, to see whether the page's memory grows
  --quick    fewer rounds and messages: a look, not a measurement
  --help     this text`;

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { soak: { type: 'boolean' }, quick: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return console.log(help);
  await setUp(chromium);
  await run('npm', ['run', '--silent', 'build']);
  const { measure } = await load('test/bench/measure.ts');
  const names = values.soak ? ['soak'] : positionals;
  const missed = await measure({ names, quick: values.quick ?? false });
  if (missed > 0) process.exitCode = 1;
});
