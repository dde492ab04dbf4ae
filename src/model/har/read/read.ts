import { Session } from '../../session/session.ts';
import { VERSION } from '../message.ts';
import { HarError } from './error.ts';
import { Field } from './field.ts';
import { readForeignEntry } from './foreign-entry.ts';
import type { PlacedRow } from './message.ts';
import { readOwnEntry } from './own-entry.ts';
import { parseJson } from './parse.ts';
import { Documents } from './source.ts';

/**
 * Reads the WebSockets of a HAR: those of a file that `writeHar` wrote exactly as they were, those of others as far as
 * they tell. Entries of other kinds are passed over. The keys of documents begin with `har:`.
 * @throws HarError that says what is wrong and where; nothing else
 */
export function readHar(text: string): Session {
  const log = new Field(parseJson(text)).at('log');
  const entries = log.at('entries');
  if (!Array.isArray(entries.value)) throw new HarError('harNotHar', entries.path);
  const session = new Session();
  const documents = new Documents(session, log.at('pages'));
  const sockets = entries.items().filter(isWebSocket);
  for (const { row } of inOrder(sockets.map((entry) => readEntry(session, documents, entry))))
    session.push(row);
  if (sockets.length === 0 && !isOwn(log)) throw new HarError('harNoWebSockets');
  return session;
}

function readEntry(session: Session, documents: Documents, entry: Field): PlacedRow[] {
  const document = documents.of(entry, entry.at('startedDateTime').date());
  const read = isOwn(entry) ? readOwnEntry : readForeignEntry;
  return read(session, { entry, document });
}

/** Whether we wrote it, and in words that this version knows; otherwise it is a HAR as any. */
const isOwn = (field: Field) => field.at('_sockscope').at('version').value === VERSION;

const isWebSocket = (entry: Field) =>
  entry.at('_resourceType').value === 'websocket' ||
  Array.isArray(entry.at('_webSocketMessages').value) ||
  /^wss?:/i.test(String(entry.at('request').at('url').value));

const inOrder = (perSocket: readonly PlacedRow[][]) => perSocket.flat().sort((a, b) => a.order - b.order);
