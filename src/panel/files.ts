import { HarError, type Result, readHar, type Session, writeHar } from '#model';
import type { Notice, Store } from './store.ts';
import { sayCount } from './words.ts';

/** For how long one turn may write before the browser gets to paint, in ms. */
const SLICE = 12;

/** How long a browser may take to begin a download before its data is let go, in ms. */
const GRACE = 60_000;

/**
 * Saves the session as a HAR file among the person's downloads: what the table shows where a filter, a choice of
 * sockets or a stretch of time narrows it, otherwise all.
 */
export async function exportSession(store: Store): Promise<void> {
  const session = store.session.peek();
  const shown = store.narrowed ? store.result.peek() : undefined;
  const name = `sockscope-${stamp(session.start || Date.now())}.har`;
  saveFile(name, await writtenHar(session, shown));
  store.tell(
    shown
      ? { level: 'info', key: 'exportedShown', details: [name, sayCount('messages', shown.messages)] }
      : { level: 'info', key: 'exported', details: [name] },
  );
}

/** Puts the session of a HAR file on screen; where it cannot be read says why, and leaves what is there. */
export async function importSession(file: File, store: Store): Promise<void> {
  try {
    store.open(readHar(await file.text()), file.name);

    store.tell(undefined);
  } catch (error) {
    store.tell(importFailure(file, error));
  }
}

/** What is recorded while the file is being written is left out of it. */
async function writtenHar(session: Session, shown: Result | undefined): Promise<Blob> {
  const { length } = session.rows;
  if (shown) await searched(shown, length);
  const chunks: string[] = [];
  let since = performance.now();
  for (const chunk of writeHar(session, shown && ((row) => row < length && shown.has(row)))) {
    chunks.push(chunk);
    if (performance.now() - since < SLICE) continue;
    await breath();
    since = performance.now();
  }
  return new Blob(chunks, { type: 'application/json' });
}

/** Waits until a search that may still be going on has seen the first `rows` rows. */
async function searched(result: Result, rows: number): Promise<void> {
  const now = () => performance.now();
  while (result.scanned < rows) {
    result.advance(now() + SLICE, now);
    await breath();
  }
}

/** Lets the browser paint and the person click. */
const breath = () => new Promise((resolve) => setTimeout(resolve));

/** Saves a file among the person's downloads. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  Object.assign(link, { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), GRACE);
}

/** What is no HarError comes from `text()`: the file is gone, or longer than a string can be. */
function importFailure(file: File, error: unknown): Notice {
  if (error instanceof HarError)
    return { level: 'error', key: error.key, details: [error.where, error.detail, file.name] };
  return { level: 'error', key: 'fileUnreadable', details: [String(error), '', file.name] };
}

/** A time in ms since the epoch as a part of a file name, in local time. */
function stamp(time: number): string {
  const local = new Date(time - new Date(time).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replaceAll(':', '-');
}
