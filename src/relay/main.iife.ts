import { RELAY } from '#protocol';
import { origin } from './clock.ts';
import { listenForTheEnd } from './ending.ts';
import { missed, read, shakeHands } from './hook.ts';
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
let isListening = false;

const isComing = () => announced !== undefined && performance.now() - announced < COMING;

/** Most frames have no socket, and need none of this. */
function listen(): void {
  if (isListening) return;
  isListening = true;
  listenToPanels(readers);
  listenForTheEnd(
    () => readers.leave(isComing() ? everyPanel : undefined),
    () => readers.part(everyPanel, isComing()),
  );
}

function more(): void {
  listen();
  if (announced === undefined) {
    announced = performance.now();
    announce();
    followLimits();
  }
  readers.more();
}

if (shakeHands(more)) {
  Object.assign(globalThis, { [RELAY]: true });
  // The page itself answers whether or not it has a socket.
  if (window === window.top) listen();
  if (missed() !== '') {
    listen();
    announce();
  }
}
