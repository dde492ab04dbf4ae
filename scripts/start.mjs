import { env, platform } from 'node:process';
import { parseArgs } from 'node:util';
import { chromium } from './setup/browsers.mjs';
import { command } from './setup/command.mjs';
import { run } from './setup/run.mjs';
import { setUp } from './setup/set-up.mjs';
import { load } from './setup/typescript.mjs';

const help = `Shows Sockscope at work: sets up what is missing, builds, and opens a browser with a profile of its own,
with the extension, a page, and DevTools on the Sockscope panel.

npm start [-- options] [URL]

  URL              the page to open; a demo without it
  --browser PATH   the Chromium, Chrome, Edge or Brave to use; CHROME_PATH says the same
  --headless       no window, as where there is no display: the page runs for some seconds, then what was
                   recorded is printed and left in dist/demo, with a picture of the panel
  --help           this text`;

const hasDisplay = platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { browser: { type: 'string' }, headless: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return console.log(help);
  const [url] = positionals;
  if (url !== undefined && !/^(https?|file):/.test(url))
    throw new Error(`“${url}” is not the URL of a page: begin it with https:// or http://`);
  if (values.browser) env.CHROME_PATH = values.browser;
  await setUp(chromium);
  await run('npm', ['run', '--silent', 'build']);
  const { start } = await load('scripts/demo/start.ts');
  await start({ url, headless: values.headless ?? !hasDisplay });
});
