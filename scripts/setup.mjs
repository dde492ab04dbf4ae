import { env } from 'node:process';
import { parseArgs } from 'node:util';
import { chromium, firefox } from './setup/browsers.mjs';
import { command } from './setup/command.mjs';
import { setUp } from './setup/set-up.mjs';

const help = `Sets up what Sockscope is built and tested with: dependencies, Chromium, Firefox.

npm run setup [-- options]

  --browser PATH   the Chromium, Chrome, Edge or Brave to use; CHROME_PATH says the same
  --help           this text

FIREFOX_PATH names the Firefox to use.`;

await command(async () => {
  const { values } = parseArgs({ options: { browser: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) return console.log(help);
  if (values.browser) env.CHROME_PATH = values.browser;
  await setUp(chromium, firefox);
  console.log('\nEverything is there: `npm start` shows Sockscope, `npm test` tests it.');
});
