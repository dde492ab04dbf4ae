import { version } from '../../../package.json';
import type { Session } from '../session.ts';
import type { DocumentRecord } from '../socket.ts';
import { writeEntry } from './entry.ts';
import { VERSION } from './message.ts';
import { isoDate } from './time.ts';

/** Tells by its index in `session.rows` whether a row goes into the file. */
export type RowFilter = (row: number) => boolean;

/** UTF-16 units in a chunk, about, and the pieces that it is made of at most: it takes no longer than a frame. */
const CHUNK = 1 << 18;
const PIECES = 1000;

/** Rows that are sorted by their socket between two pieces. */
const STRIDE = 100;

/**
 * Writes a session as HAR 1.2, an entry a socket, with `_webSocketMessages` as Chrome writes and reads them. What HAR
 * has no word for is in fields of ours, so that `readHar` gives the same session again. Rows that come after the first
 * piece was asked for are left out.
 * @param includes leaves out rows, and then sockets and documents of which nothing is left; absent, all goes in
 * @returns pieces of the text, in order: a large session is longer than one string may be
 */
export function* writeHar(session: Session, includes?: RowFilter): Iterable<string> {
  const chunk: string[] = [];
  let length = 0;
  for (const piece of pieces(session, includes)) {
    chunk.push(piece);
    length += piece.length;
    if (length < CHUNK && chunk.length < PIECES) continue;
    yield chunk.join('');
    chunk.length = 0;
    length = 0;
  }
  yield chunk.join('');
}

function* pieces(session: Session, includes: RowFilter | undefined): Iterable<string> {
  const rows = yield* rowsBySocket(session, includes);
  const sockets = session.sockets.filter(({ index }) => !includes || rows[index]?.length);
  const documents = includes ? [...new Set(sockets.map(({ document }) => document))] : session.documents;
  const log = {
    version: '1.2',
    creator: { name: 'Sockscope', version },
    _sockscope: { version: VERSION },
    pages: documents.length > 0 ? documents.map(page) : [noPage],
  };
  yield `{"log":${JSON.stringify(log).slice(0, -1)},"entries":[`;
  let separator = '\n';
  for (const socket of sockets) {
    yield separator;
    yield* writeEntry(session, socket, rows[socket.index] ?? [], pageId(documents.indexOf(socket.document)));
    separator = ',\n';
  }
  yield '\n]}}\n';
}

/** Yields empty pieces meanwhile: there may be a million rows. */
function* rowsBySocket(session: Session, includes: RowFilter | undefined): Generator<string, number[][]> {
  const { length } = session.rows;
  const rows: number[][] = session.sockets.map(() => []);
  for (let row = 0; row < length; row++) {
    if (row % STRIDE === STRIDE - 1) yield '';
    if (!includes || includes(row)) rows[session.rows.socketIndex(row)]?.push(row);
  }
  return rows;
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
