import type { Store } from '#panel/store/store.ts';

/** How long after a keystroke something was on screen, in ms. */
export interface Search {
  /** What is found so far instead of what was found before, if it is only how far the search has come. */
  readonly any: number;
  /** The first screen of what is found, or all of it. */
  readonly first: number;
  /** All that is found. */
  readonly whole: number;
}

/** Rows that fill the table. */
const SCREEN = 50;

const nextFrame = () => new Promise<void>((frame) => requestAnimationFrame(() => frame()));

/** The next change of the filter, when the panel has heard of it. */
const nextInput = () =>
  new Promise<Event>((input) => document.addEventListener('input', input, { once: true }));

/**
 * Measures the next change of the filter. What was found before stays on screen for a while, which is not what is
 * waited for. A frame that begins shows that what was there before it has been drawn.
 */
export async function nextSearch(store: Store): Promise<Search> {
  const { timeStamp } = await nextInput();
  const before = store.sight.result.peek();
  let any: number | undefined;
  let first: number | undefined;
  for (;;) {
    const { length, scanned } = store.sight.result.peek();
    const isNew = store.sight.result.peek() !== before;
    const all = isNew && scanned >= store.session.peek().rows.length;
    await nextFrame();
    const time = performance.now() - timeStamp;
    if (isNew) any ??= time;
    if (isNew && (all || length >= SCREEN)) first ??= time;
    if (all) return { any: any ?? time, first: first ?? time, whole: time };
  }
}
