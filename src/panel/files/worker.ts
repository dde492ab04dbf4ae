import { type Bytes, HarError, openHar, type Remarks, unpack } from '#model';
import type { Chosen, Report } from './report.ts';
import { outline, type SlicedRow, slices } from './slices.ts';

/** Reads a HAR file beside the panel, which answers while this takes its time, and hands it over bit by bit. */

/** What only workers have, and TypeScript's library of the DOM therefore leaves out. https://w3c.github.io/FileAPI/#FileReaderSync */
declare const FileReaderSync: new () => { readAsArrayBuffer(blob: Blob): ArrayBuffer };

/** Bytes that are read at once. */
const CHUNK = 1 << 22;

/** Messages of a file of no more bytes than that stay in memory: that takes the time of parsing them again away. */
const KEPT = 200_000_000;

const report = (news: Report) => postMessage(news);

/** What was odd in the file, as far as it has been read. */
let remarks: Remarks = { list: [], counts: {} };
let rest: Iterator<readonly SlicedRow[], void> | undefined;
/** What is to be handed over next: made while the panel takes the one before. */
let next: IteratorResult<readonly SlicedRow[], void> | undefined;

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const done = data === 'next' ? handOver() : open(data as Chosen);
  done.catch(fail);
});

function fail(error: unknown): void {
  if (error instanceof HarError) {
    const { key, where, detail } = error;
    report({ type: 'refused', key, where, detail });
  } else report({ type: 'failed', reason: String(error) });
}

async function open({ file, beside }: Chosen): Promise<void> {
  const { har, lists, unread } = await unpack(file, new Map(beside.map((each) => [each.name, each])));
  const list = (name: string) => {
    const found = lists.get(name);
    return found && bytesOf(found);
  };
  const { session, rows } = openHar(bytesOf(har), har.size <= KEPT, { list, unread });
  remarks = session.remarks ?? remarks;
  rest = slices(rows.rows())[Symbol.iterator]();
  report({ type: 'outline', outline: outline(session, rows.length) });
  next = rest.next();
}

/** Says with each read how far it is. */
function bytesOf(file: Blob): Bytes {
  const reader = new FileReaderSync();
  let farthest = 0;
  return {
    size: file.size,
    chunk: CHUNK,
    read: (from, to) => {
      farthest = Math.max(farthest, from);
      if (!rest) report({ type: 'progress', share: farthest / file.size });
      return new Uint8Array(reader.readAsArrayBuffer(file.slice(from, to)));
    },
  };
}

async function handOver(): Promise<void> {
  report(next && !next.done ? { type: 'rows', rows: next.value } : { type: 'end', remarks });
  next = rest?.next();
}
