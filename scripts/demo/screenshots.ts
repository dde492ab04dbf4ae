import { mkdir } from 'node:fs/promises';
import { until } from '#support/until.ts';
import { takePicture } from './picture.ts';
import { watch } from './watch.ts';

/** How many messages of the demo a picture shows something of: by then its session has expired too. */
const MESSAGES = 60;

/** Takes the pictures of the README. */
export const takeScreenshots = (): Promise<void> =>
  watch({ headless: true }, async (watched) => {
    await until('the demo to send messages', () =>
      watched.panel.evaluate(
        (least) => Number(document.querySelector<HTMLElement>('[role=status]')?.dataset.messages) > least,
        MESSAGES,
      ),
    );
    await mkdir('docs', { recursive: true });
    await takePicture(watched, 'docs/panel-light.png', 'light');
    await takePicture(watched, 'docs/panel-dark.png', 'dark');
  });
