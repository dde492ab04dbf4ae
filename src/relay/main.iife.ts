import { RELAY } from '#protocol';
import { origin } from './clock.ts';
import { listenForTheEnd } from './ending.ts';
import { read, shakeHands } from './hook.ts';
import { followLimits } from './limits.ts';
import { announce, listenToPanels } from './panels.ts';
import { Readers } from './readers.ts';

// Not by a timer: the page would see that its own timers skip a number.
const later = (task: () => void, delay: number) => void scheduler.postTask(task, { delay });

/** How long it may take a panel to come, in ms, when a document has announced itself. */
const COMING = 1000;

/** Reaches panels that have not come yet. */
const everyPanel = { name: '', postMessage: announce };

const readers = new Readers({ origin, later, read });
/** When the document announced itself: after its first event, and not again. */
let announced: number | undefined;

function more(): void {
  if (announced === undefined) {
    announced = performance.now();
    announce();
    followLimits();
  }
  readers.more();
}

if (shakeHands(more)) {
  listenToPanels(readers, () => announced !== undefined || window === window.top);
  listenForTheEnd(() => {
    const isExpected = announced !== undefined && performance.now() - announced < COMING;
    readers.leave(isExpected ? everyPanel : undefined);
  });
  Object.assign(globalThis, { [RELAY]: true });
}
