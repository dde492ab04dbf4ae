import { chromium } from './setup/browsers.mjs';
import { command } from './setup/command.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureBrowsers } from './setup/install.mjs';
import { run } from './setup/run.mjs';
import { load } from './setup/typescript.mjs';

await command(async () => {
  await ensureDependencies();
  await ensureBrowsers(chromium);
  await run('npm', ['run', '--silent', 'build']);
  const { takeScreenshots } = await load('scripts/demo/screenshots.ts');
  await takeScreenshots();
  console.log('\nThe pictures are in docs.');
});
