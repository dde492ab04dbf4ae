import { Session } from '../../session/session.ts';
import { VERSION } from '../message.ts';
import type { Bytes } from './cursor.ts';
import { type Divided, divide } from './divide.ts';
import { HarError } from './error.ts';
import { faultIn } from './fault.ts';
import { Field } from './field.ts';
import { readForeignEntry } from './foreign-entry.ts';
import { Merge, type Source } from './merge.ts';
import { readOwnEntry } from './own-entry.ts';
import { Documents } from './source.ts';

/** So many chunks of messages are read together: the next of one socket are far from those of another. */
const CHUNKS = 4;

/** The WebSockets of a HAR. */
export interface Har {
  /** Documents and sockets, without rows. */
  readonly session: Session;
  /** What is to be pushed on the session or one like it. Throws HarError where a message cannot be read. */
  readonly rows: Merge;
}

/**
 * Opens a HAR of any length. Files that `writeHar` wrote are read exactly as they were, those of others as far as they
 * tell. Entries of other kinds are passed over. The keys of documents begin with `har:`.
 * @param keeps whether messages stay in memory once they were parsed; otherwise they are parsed again in their turn
 * @throws HarError that says what is wrong and where, and what `bytes` throws; nothing else
 */
export function openHar(bytes: Bytes, keeps: boolean): Har {
  const { har, entries, messages } = divided(bytes, keeps);
  const log = new Field(har).at('log');
  const list = log.at('entries');
  if (!Array.isArray(list.value)) throw new HarError('harNotHar', list.path);
  const session = new Session();
  const documents = new Documents(session, log.at('pages'));
  const sources = (entries[numberIn(list)] ?? []).map(({ index, value }): Source => {
    const entry = new Field(value, list, index);
    const field = entry.at('_webSocketMessages');
    const document = documents.of(entry, entry.at('startedDateTime').date());
    const read = isOwn(entry) ? readOwnEntry : readForeignEntry;
    const own = messages[numberIn(field)] ?? messages[0];
    return { field, ...read(session, { entry, messages: own, document }) };
  });
  if (sources.length === 0 && !isOwn(log)) throw new HarError('harNoWebSockets');
  return { session, rows: new Merge(sources, bytes.chunk * CHUNKS) };
}

/** Reads the text of a HAR at once, as `openHar` does. */
export function readHar(text: string): Session {
  const bytes = new TextEncoder().encode(text);
  const { length } = bytes;
  const read = (from: number, to: number) => bytes.subarray(from, to);
  const { session, rows } = openHar({ size: length, chunk: length, read }, true);
  for (const row of rows.rows()) session.push(row);
  return session;
}

/** The number that a list left behind; 0 where there was none. @throws HarError where there is something else */
const numberIn = (field: Field) => field.maybe((list) => list.items())?.[0]?.number() ?? 0;

function divided(bytes: Bytes, keeps: boolean): Divided {
  try {
    return divide(bytes, keeps);
  } catch (error) {
    throw faultIn(bytes) ?? error;
  }
}

/** Whether we wrote it, and in words that this version knows; otherwise it is a HAR as any. */
const isOwn = (field: Field) => field.at('_sockscope').at('version').value === VERSION;
