import { Away } from '../../../packs/away.ts';
import type { Row } from '../../../session/row.ts';
import type { Session } from '../../../session/session.ts';
import type { DocumentRecord } from '../../../session/socket.ts';
import { creator } from '../../creator.ts';
import { toMessage, VERSION } from '../message.ts';
import { isoDate } from '../time.ts';
import { Entry } from './entry.ts';

/** Tells by its index in `session.rows` whether a row goes into the file. */
export type RowFilter = (row: number) => boolean;

/** A piece of the file, and the part of the file that it goes into: pieces of a part follow each other. */
export interface HarPiece {
  readonly part: number;
  readonly text: string;
}

/** UTF-16 units of a piece, about. */
const CHUNK = 1 << 18;

/** Rows between two pieces at most, of whatever length: they take no longer than a frame. */
const STRIDE = 100;

/** Messages that wait to become a piece have no more UTF-16 units than that, over all sockets. */
const MOST_WAITING = 1 << 22;

/** Parts of the file that a socket has: what comes before its messages, those, and what comes after. */
const PARTS = 3;

/**
 * Writes a session as HAR 1.2, an entry a socket, with `_webSocketMessages` as Chrome writes and reads them. What HAR
 * has no word for is in fields of ours, so that `readHar` gives the same session again. Rows that come after the first
 * piece was asked for are left out.
 *
 * A HAR has one socket after another, but rows are gone through in their own order, so that what is on disk is read
 * once: the parts of the file, in their order, make it.
 * @param includes leaves out rows, and then sockets and documents of which nothing is left; absent, all goes in
 * @returns pieces of the text; or a pack that is to be brought before it can go on
 */
export function* writeHar(session: Session, includes?: RowFilter): Generator<HarPiece | Away, void> {
  const { length } = session.rows;
  const entries = session.sockets.map((socket) => new Entry(socket));
  const ofAll: unknown[] = [];
  for (let index = 0, waiting = 0; index < length; index++) {
    if (index % STRIDE === 0) yield { part: 0, text: '' };
    if (includes && !includes(index)) continue;
    const entry = entries[session.rows.socketIndex(index)];
    const row = yield* wholeRow(session, index);
    if (!entry && row) ofAll.push(toMessage(row, () => 0));
    if (!entry || !row) continue;
    waiting += entry.add(row);
    if (entry.waiting >= CHUNK) {
      waiting -= entry.waiting;
      yield messages(entry);
    }
    if (waiting < MOST_WAITING) continue;
    for (const entry of entries) if (entry.waiting > 0) yield messages(entry);
    waiting = 0;
  }
  const written = includes ? entries.filter((entry) => !entry.empty) : entries;
  yield* rest(session, written, ofAll, includes !== undefined);
}

function* wholeRow({ rows }: Session, index: number): Generator<Away, Row | undefined> {
  for (;;) {
    const row = rows.get(index);
    if (!row?.away) return row;
    yield new Away(row.away.pack);
  }
}

const partOf = ({ socket }: Entry) => 1 + socket.index * PARTS;

const messages = (entry: Entry): HarPiece => ({ part: partOf(entry) + 1, text: entry.take() });

/** All that is around the messages, which is known when they are. */
function* rest(
  session: Session,
  entries: readonly Entry[],
  ofAll: readonly unknown[],
  some: boolean,
): Iterable<HarPiece> {
  const documents = some ? [...new Set(entries.map(({ socket }) => socket.document))] : session.documents;
  const log = {
    version: '1.2',
    creator,
    _sockscope: { version: VERSION, rows: ofAll },
    pages: documents.length > 0 ? documents.map(page) : [noPage],
  };
  yield { part: 0, text: `{"log":${JSON.stringify(log).slice(0, -1)},"entries":[` };
  let separator = '\n';
  for (const entry of entries) {
    const part = partOf(entry);
    yield { part, text: separator + entry.head(pageId(documents.indexOf(entry.socket.document))) };
    yield messages(entry);
    yield { part: part + 2, text: entry.tail() };
    separator = ',\n';
  }
  yield { part: 1 + session.sockets.length * PARTS, text: '\n]}}\n' };
}

const pageId = (index: number) => `page_${index + 1}`;

const pageTimings = { onContentLoad: -1, onLoad: -1 };

const page = ({ key, url, top, origin, gone }: DocumentRecord, index: number) => ({
  startedDateTime: isoDate(origin),
  id: pageId(index),
  title: url,
  pageTimings,
  _sockscope: { key, url, top, origin, gone },
});

/** Firefox's importer and others want at least one page. */
const noPage = { startedDateTime: isoDate(0), id: pageId(0), title: '', pageTimings };
