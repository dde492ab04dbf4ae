import { chromium, firefox } from './setup/browsers.mjs';
import { command } from './setup/command.mjs';
import { run } from './setup/run.mjs';
import { setUp } from './setup/set-up.mjs';
import { runTests } from './test/results.mjs';

/** After this many minutes it hangs, and is ended. All of it takes up to 28 on two slow cores, and is to take 25. */
const patience = 40;

/** Cheapest first, so that what is broken is said soon. */
const projects = [['unit'], ['page', 'extension']];

await command(async () => {
  const signal = AbortSignal.timeout(patience * 60_000);
  await setUp(chromium, firefox);
  for (const script of ['lint', 'types', 'build']) await run('npm', ['run', '--silent', script], signal);
  let passed = 0;
  let failed = 0;
  for (const names of projects) {
    if (failed > 0) break;
    const count = await runTests(names, signal);
    passed += count.passed;
    failed += count.failed;
  }
  if (failed > 0 || passed === 0) process.exitCode = 1;
  console.log(`${passed} passed, ${failed} failed`);
});
