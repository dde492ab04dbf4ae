import { diffArrays, diffWordsWithSpace } from 'diff';
import { breath } from '#panel/works/breath.ts';

/** A part of a line, and whether it is what differs. */
export interface Part {
  readonly text: string;
  readonly differs: boolean;
}

/** A line that both have, or that only one of them has. */
export interface DiffLine {
  readonly in: 'both' | 'before' | 'after';
  readonly parts: readonly Part[];
}

/** How long it is tried, in ms; the work is done in short turns meanwhile. */
const PATIENCE = 4000;

/** Lines up to this many UTF-16 units are compared word by word. */
const LONGEST = 2000;

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

const whole = (place: DiffLine['in'], text: string): DiffLine => ({
  in: place,
  parts: [{ text, differs: false }],
});

/** Lines that took the place of others; where they are as many, each is compared with the one it stands for. */
async function changed(
  before: readonly string[],
  after: readonly string[],
  pause: () => Promise<void>,
): Promise<DiffLine[]> {
  const pairs: ReturnType<typeof wordChanges>[] = [];
  for (const [at, line] of before.entries()) {
    pairs.push(wordChanges(line, after.length === before.length ? after[at] : undefined));
    await pause();
  }
  const gone = before.map((line, at) => pairs[at]?.before ?? whole('before', line));
  const come = after.map((line, at) => pairs[at]?.after ?? whole('after', line));
  return [...gone, ...come];
}

function wordChanges(before: string, after: string | undefined) {
  if (after === undefined || before.length > LONGEST || after.length > LONGEST) return undefined;
  const changes = diffWordsWithSpace(before, after);
  const side = (place: 'before' | 'after', other: 'added' | 'removed'): DiffLine => ({
    in: place,
    parts: changes
      .filter((change) => !change[other])
      .map(({ value, added, removed }) => ({ text: value, differs: added || removed })),
  });
  return { before: side('before', 'added'), after: side('after', 'removed') };
}
