import { Away, HarError, type Result, type Session, visible, writeHar } from '#model';
import { isoText } from '#panel/figures.ts';
import type { Notice } from '#panel/notice.ts';
import type { Store } from '#panel/store/store.ts';
import { sayCount } from '#panel/words.ts';
import { breath } from '#panel/works/breath.ts';
import { Work } from '#panel/works/work.ts';
import { readFile } from './read-file.ts';

/** For how long one turn may search before the browser gets to paint, in ms. */
const SLICE = 12;

/** How long a browser may take to begin a download before its data is let go, in ms. */
const GRACE = 60_000;

/**
 * Saves the session as a HAR file among the person's downloads: what the table shows where a filter, a choice of
 * sockets or a stretch of time narrows it, otherwise all.
 */
export async function exportSession(store: Store): Promise<void> {
  const session = store.session.peek();
  const shown = store.sight.narrowed ? store.sight.result.peek() : undefined;
  const name = `sockscope-${stamp(session.start || Date.now())}.har`;
  await store.works.during(new Work('exporting', name), async (work) => {
    try {
      saveFile(name, await writtenHar(session, shown, work));
      store.tell(
        shown
          ? { level: 'info', key: 'exportedShown', details: [name, sayCount('messages', shown.messages)] }
          : { level: 'info', key: 'exported', details: [name] },
      );
    } catch (error) {
      if (!work.signal.aborted)
        store.tell({ level: 'error', key: 'exportFailed', details: [name, String(error)] });
    }
  });
}

/** Messages that Playwright writes apart from the HAR, as JSON lines. */
const isLines = ({ name }: File) => /\.jsonl$/i.test(name);

/**
 * Puts the session of a HAR file on screen; where it cannot be read says why, and leaves what is there.
 * @param files the HAR, and the files that it names where they were chosen with it
 */
export async function importSession(files: readonly File[], store: Store): Promise<void> {
  const file = files.find((each) => !isLines(each)) ?? files[0];
  if (!file) return;
  // A name may turn its own end around, so that it looks like another.
  const name = visible(file.name);
  await store.works.during(new Work('importing', name), async (work) => {
    try {
      store.sessions.open(
        await readFile({ file, beside: files.filter(isLines) }, store.sessions.disk, work),
        name,
        files,
      );
      store.tell(undefined);
    } catch (error) {
      if (!work.signal.aborted) store.tell(importFailure(name, error));
    }
  });
}

/**
 * What is recorded while the file is being written is left out of it. What is on disk is read as it is written. Rejects
 * where the work is cancelled, and with what the disk says.
 */
async function writtenHar(session: Session, shown: Result | undefined, work: Work): Promise<Blob> {
  const { length } = session.rows;
  if (shown) await searched(shown, length);
  const messages = (shown ?? session).messages;
  /** Each piece is handed to the browser at once, which may put it on disk. */
  const parts: Blob[][] = [];
  let written = 0;
  for (const piece of writeHar(session, shown && ((row) => row < length && shown.has(row)))) {
    if (piece instanceof Away) await arrival(session, piece);
    else if (piece.text !== '') {
      parts[piece.part] ??= [];
      parts[piece.part]?.push(new Blob([piece.text]));
      written += lines(piece.text);
    }
    if (work.isDue) await work.rest(Math.min(1, written / messages));
  }
  return new Blob(parts.flat(), { type: 'application/json' });
}

/** Waits for a pack, which is then at hand; those after it are on their way. */
async function arrival({ rows }: Session, { pack }: Away): Promise<void> {
  rows.payloads.packs.readAhead(pack);
  await rows.payloads.packs.bringPack(pack);
}

/** How many lines end in a piece of a HAR: each message has one of its own. */
function lines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Waits until a search that may still be going on has seen the first `rows` rows. */
async function searched(result: Result, rows: number): Promise<void> {
  const now = () => performance.now();
  while (result.scanned < rows) {
    result.advance(now() + SLICE, now);
    await breath();
  }
}

/** Saves a file among the person's downloads. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  Object.assign(link, { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), GRACE);
}

/** What is no HarError comes from the browser: the file is gone, or longer than a string can be. */
function importFailure(name: string, error: unknown): Notice {
  if (error instanceof HarError)
    return { level: 'error', key: error.key, details: [error.where, error.detail, name] };
  return { level: 'error', key: 'fileUnreadable', details: [String(error), '', name] };
}

/** A time in ms since the epoch as a part of a file name, in local time; what is none as it is. */
function stamp(time: number): string {
  const ahead = new Date(time).getTimezoneOffset() * 60_000 || 0;
  return isoText(time - ahead)
    .slice(0, 19)
    .replaceAll(':', '-');
}
