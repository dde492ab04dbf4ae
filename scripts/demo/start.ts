import { mkdir, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { exportHar } from './export.ts';
import { takePicture } from './picture.ts';
import { report } from './report.ts';
import { type Watched, type WatchOptions, watch } from './watch.ts';

const folder = 'dist/demo';

/** For how long a page runs where nobody watches, in ms: in this time the demo's session expires. */
const RUN = 8000;

/** Shows the panel until the person closes the browser. */
async function show({ browser }: Watched): Promise<void> {
  console.log('\nSockscope is open in DevTools. Close the browser to end.');
  await new Promise<void>((closed) => browser.once('disconnected', () => closed()));
}

/** Lets the page run, then says what was recorded and leaves it in files. */
async function record(watched: Watched): Promise<void> {
  console.log(`\nThe page runs unseen for ${RUN / 1000} s.\n`);
  await delay(RUN);
  await mkdir(folder, { recursive: true });
  await takePicture(watched, `${folder}/panel.png`);
  await exportHar(watched.browser, watched.panel, `${folder}/session.har`);
  console.log(report(await readFile(`${folder}/session.har`, 'utf8')));
  console.log(`\nThe session is in ${folder}/session.har, a picture of the panel in ${folder}/panel.png.`);
}

/** Watches a page: with a display until the browser is closed, without one for some seconds. */
export const start = (options: WatchOptions): Promise<void> =>
  watch(options, options.headless ? record : show);
