import { diffArrays } from 'diff';
import { breath } from '#panel/works/breath.ts';
import { pairedLines } from './paired.ts';
import type { Sides } from './sides.ts';
import { type DiffLine, whole, wordChanges } from './words.ts';

/** How long it is tried, in ms; the work is done in short turns meanwhile. */
const PATIENCE = 4000;

/** What two payloads differ in; `undefined` where they differ too much to be told in good time. */
export const differencesOf = (sides: Sides): Promise<readonly DiffLine[] | undefined> =>
  sides.as === 'json'
    ? inTurns(pairedLines(sides.before, sides.after))
    : differences(sides.before, sides.after);

async function inTurns<T>(work: Generator<number, T>): Promise<T> {
  const pause = pauses();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await pause();
  }
}

/** What two texts in lines differ in; `undefined` where they differ too much to be told in good time. */
export async function differences(
  before: readonly string[],
  after: readonly string[],
): Promise<readonly DiffLine[] | undefined> {
  const changes = await lineChanges(before, after);
  if (!changes) return undefined;
  const pause = pauses();
  const lines: DiffLine[] = [];
  for (const [at, { added, removed, value }] of changes.entries()) {
    const next = changes[at + 1];
    if (removed && next?.added) for (const line of await changed(value, next.value, pause)) lines.push(line);
    // Those that stand for others were told with them.
    else if (!added || !changes[at - 1]?.removed)
      for (const line of value) lines.push(whole(added ? 'after' : removed ? 'before' : 'both', line));
    await pause();
  }
  return lines;
}

/** For how long one turn may work before the browser gets to paint, in ms. */
const TURN = 10;

/** Lets the browser paint whenever a turn has taken long enough. */
function pauses(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN) return;
    await breath();
    since = performance.now();
  };
}

interface Change {
  readonly added: boolean;
  readonly removed: boolean;
  readonly value: string[];
}

const lineChanges = (before: readonly string[], after: readonly string[]) =>
  new Promise<Change[] | undefined>((resolve) => {
    diffArrays([...before], [...after], { timeout: PATIENCE, callback: resolve });
  });

/** Lines that took the place of others; where they are as many, each is compared with the one it stands for. */
async function changed(
  before: readonly string[],
  after: readonly string[],
  pause: () => Promise<void>,
): Promise<DiffLine[]> {
  if (after.length !== before.length)
    return [...before.map((line) => whole('before', line)), ...after.map((line) => whole('after', line))];
  const pairs: ReturnType<typeof wordChanges>[] = [];
  for (const [at, line] of before.entries()) {
    pairs.push(wordChanges(line, after[at] ?? ''));
    await pause();
  }
  return [...pairs.map((pair) => pair.before), ...pairs.map((pair) => pair.after)];
}
