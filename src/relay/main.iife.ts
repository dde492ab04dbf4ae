import { listenForTheEnd } from './ending.ts';
import { read, shakeHands, tell } from './hook.ts';
import { followLimits } from './limits.ts';
import { announce, listenToPanels } from './panels.ts';
import { Readers } from './readers.ts';

// Not by a timer: the page would see that its own timers skip a number.
const later = (task: () => void, delay: number) => void scheduler.postTask(task, { delay });

const readers = new Readers({ origin: performance.timeOrigin, later, read, spare: tell });
let hasSockets = false;

function more(): void {
  if (!hasSockets) {
    hasSockets = true;
    announce();
    followLimits();
  }
  readers.more();
}

if (shakeHands(more)) {
  listenToPanels(readers, () => hasSockets || window === window.top);
  listenForTheEnd(() => readers.leave());
}
