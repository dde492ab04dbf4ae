import { mkdir } from 'node:fs/promises';
import { recorded } from '#support/panel.ts';
import { takePicture } from './picture.ts';
import { watch } from './watch.ts';

/** How many messages of the demo are there when the pictures are taken: by then its session has expired too. */
const MESSAGES = 60;

/** Takes the pictures of the README. */
export const takeScreenshots = (): Promise<void> =>
  watch({ headless: true }, async (watched) => {
    await recorded(watched.panel, MESSAGES);
    await mkdir('docs', { recursive: true });
    await takePicture(watched, 'docs/panel-light.png', 'light');
    await takePicture(watched, 'docs/panel-dark.png', 'dark');
  });
