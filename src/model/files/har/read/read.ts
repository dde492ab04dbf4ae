import { RemarkList } from '../../../session/remarks.ts';
import { Session } from '../../../session/session.ts';
import { VERSION } from '../message.ts';
import type { Bytes } from './cursor.ts';
import { type Divided, divide, divideMessages } from './divide.ts';
import { HarError } from './error.ts';
import { faultIn } from './fault.ts';
import { Field } from './field.ts';
import { readForeignEntry } from './foreign-entry.ts';
import { Merge, type Source } from './merge.ts';
import type { Messages } from './messages.ts';
import { readOwnEntry, readRowsOfAll } from './own-entry.ts';
import { Documents, startedOf } from './source.ts';
import { type FileTimes, fileTimes, type Written } from './times/counting.ts';
import { entryTimes } from './times/entry-times.ts';
import { fromEpoch, unitOf } from './times/units.ts';

/** So many chunks of messages are read together: the next of one socket are far from those of another. */
const CHUNKS = 4;

/** The WebSockets of a HAR. */
export interface Har {
  /** Documents and sockets, without rows. What was odd is in its remarks when all rows have been read. */
  readonly session: Session;
  /** What is to be pushed on the session or one like it. */
  readonly rows: Merge;
}

/** What came with a HAR. */
export interface Beside {
  /** A list of messages, by the name that the HAR has for it; `undefined` where it is not there. */
  readonly list: (name: string) => Bytes | undefined;
  /** Names of what is not read. */
  readonly unread: readonly string[];
}

const nothing: Beside = { list: () => undefined, unread: [] };

interface Entry {
  readonly field: Field;
  readonly messages: Messages;
  /** What it says of its times, if somebody else wrote it. */
  readonly span?: Span;
}

interface Span {
  /** When it began, in ms since the epoch; NaN where it does not say so. */
  readonly started: number;
  /** How long it took, in ms; 0 or less where it does not say so. */
  readonly lasted: number;
}

/**
 * Opens a HAR of any length. Files that `writeHar` wrote are read exactly as they were, those of others as far as they
 * tell. Entries of other kinds are passed over. The keys of documents begin with `har:`.
 * @param keeps whether messages stay in memory once they were parsed; otherwise they are parsed again in their turn
 * @throws HarError where it is no HAR, or has no WebSockets, and what `bytes` throws; nothing else
 */
export function openHar(bytes: Bytes, keeps: boolean, { list: listOf, unread }: Beside = nothing): Har {
  const divided = dividedOr(bytes, keeps);
  const remarks = new RemarkList();
  for (const name of unread) remarks.add('unread', () => name);
  const log = new Field(divided.har, undefined, '', remarks).at('log');
  const list = log.at('entries');
  if (!Array.isArray(list.value)) throw new HarError('harNotHar', list.path);
  const entries = (divided.entries[numberIn(list)] ?? []).map(({ index, value }): Entry => {
    const field = new Field(value, list, index);
    const messages = messagesOf(field, divided, (name) => besideIn(listOf(name), keeps));
    return { field, messages, ...(!isOwn(field) && { span: spanOf(field) }) };
  });
  if (entries.length === 0 && !isOwn(log)) throw new HarError('harNoWebSockets');
  const session = new Session();
  session.remarks = remarks;
  const reading = new Reading(session, log, entries);
  return {
    session,
    rows: new Merge(
      [
        { field: log, ...readRowsOfAll(log, divided.messages[0]) },
        ...entries.map((entry) => reading.source(entry)),
      ],
      bytes.chunk * CHUNKS,
    ),
  };
}

const besideIn = (bytes: Bytes | undefined, keeps: boolean) => bytes && divideMessages(bytes, keeps);

/** The messages of an entry: in a list, or in a file beside the HAR, as Playwright may have them. */
function messagesOf(
  entry: Field,
  divided: Divided,
  attached: (name: string) => Messages | undefined,
): Messages {
  const field = entry.at('_webSocketMessages');
  const [none] = divided.messages;
  if (Array.isArray(field.value)) return divided.messages[numberIn(field)] ?? none;
  if (field.value !== undefined) field.remark('repaired', 'array');
  const file = entry.at('response').at('content').at('_file');
  const found = typeof file.value === 'string' ? attached(file.value) : undefined;
  if (typeof file.value === 'string' && !found) file.remark('attached', file.value);
  return found ?? none;
}

/** What is known of a file when its entries are read. */
class Reading {
  readonly #session: Session;
  readonly #documents: Documents;
  readonly #times: FileTimes;
  /** When the file began, for entries of which nothing tells when they did, in ms since the epoch. */
  readonly #began: number;

  constructor(session: Session, log: Field, entries: readonly Entry[]) {
    const foreign = entries.flatMap(({ messages: { times }, span }) => (span ? { times, ...span } : []));
    this.#session = session;
    this.#documents = new Documents(session, log.at('pages'));
    this.#times = fileTimes(foreign);
    this.#began = beganOf(foreign);
    const { counting, unit } = this.#times;
    const said = counting === 'epoch' ? unit : counting;
    if (said !== undefined && said !== 's' && said !== 'ms') log.remark('unit', said);
  }

  source({ field: entry, messages, span }: Entry): Source {
    const field = entry.at('_webSocketMessages');
    if (!span) {
      const document = this.#documents.of(entry, this.#began);
      return { field, ...readOwnEntry(this.#session, { entry, messages, document }) };
    }
    const { times: written } = messages;
    const times = entryTimes({ times: written, ...span, otherwise: this.#began }, this.#times);
    const document = this.#documents.of(entry, times.created);
    return { field, ...readForeignEntry(this.#session, { entry, messages, document }, times) };
  }
}

const spanOf = (entry: Field): Span => ({
  started: startedOf(entry, Number.NaN),
  lasted: entry.at('time').or((time) => time.numeric(), 0),
});

/** The first time that a file tells. */
function beganOf(entries: readonly (Span & Written)[]): number {
  for (const { started } of entries) if (!Number.isNaN(started)) return started;
  for (const { times } of entries) for (const time of times) if (unitOf(time)) return fromEpoch(time);
  return 0;
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

function dividedOr(bytes: Bytes, keeps: boolean): Divided {
  try {
    return divide(bytes, keeps);
  } catch (error) {
    throw faultIn(bytes) ?? error;
  }
}

/** Whether we wrote it, and in words that this version knows; otherwise it is a HAR as any. */
const isOwn = (field: Field) => field.at('_sockscope').at('version').value === VERSION;
