import { chromium } from './setup/browsers.mjs';
import { command } from './setup/command.mjs';
import { run } from './setup/run.mjs';
import { setUp } from './setup/set-up.mjs';
import { load } from './setup/typescript.mjs';

await command(async () => {
  await setUp(chromium);
  await run('npm', ['run', '--silent', 'build']);
  const { takeScreenshots } = await load('scripts/demo/screenshots.ts');
  await takeScreenshots();
  console.log('\nThe pictures are in docs.');
});
