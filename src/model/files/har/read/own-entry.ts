import type { Session } from '../../../session/session.ts';
import {
  type Close,
  causes,
  enter,
  everySocket,
  type Handshake,
  noteBuffered,
  places,
  readyStates,
  type SocketRecord,
} from '../../../session/socket.ts';
import type { Field } from './field.ts';
import { readHeaders } from './headers.ts';
import type { Messages } from './messages.ts';
import { beside, readOwnMessage, traffic } from './own-message.ts';
import { type EntryRows, newSocketIn, type PlacedRow, type SourceEntry, startedOf } from './source.ts';

/** Reads an entry that we wrote: all that the session knew of a socket, and its rows. */
export function readOwnEntry(session: Session, { entry, document, messages }: SourceEntry): EntryRows {
  const own = entry.at('_sockscope');
  const id = own.at('id').or((field) => field.number(), session.sockets.length + 1);
  const created =
    own.at('created').or((field) => field.number(), undefined) ?? startedOf(entry, document.origin);
  const socket = newSocketIn(session, document, id, created);
  readFacts(socket, entry, own);
  const stacks = own.at('stacks').or((field) => field.strings(), []);
  const before = readBeside(own.at('rows'), socket, stacks);
  return {
    before,
    messages,
    orders: () => ordersOf(messages, before.at(-1)?.order ?? 0),
    read: (message) => readOwnMessage(message, traffic, socket, stacks),
    after: [],
  };
}

/** Reads the rows that we wrote of no socket alone. */
export function readRowsOfAll(log: Field, none: Messages): EntryRows {
  const before = readBeside(log.at('_sockscope').at('rows'), everySocket, []);
  return { before, messages: none, orders: () => [], read: () => undefined, after: [] };
}

function readBeside(items: Field, socket: SocketRecord, stacks: readonly string[]): PlacedRow[] {
  let order = 0;
  return items.records().flatMap((item) => {
    const row = readOwnMessage(item, beside, socket, stacks);
    order = item.at('_row').or((field) => field.number(), order);
    return row ? [{ order, row }] : [];
  });
}

/** What has no place of its own stands with the one before it. */
function* ordersOf(messages: Messages, previous: number): Iterable<number> {
  let order = previous;
  for (let index = 0; index < messages.length; index++) {
    const row = messages.row(index);
    if (!Number.isNaN(row)) order = row;
    yield order;
  }
}

function readFacts(socket: SocketRecord, entry: Field, own: Field): void {
  const string = (name: string) => own.at(name).or((field) => field.string(), undefined);
  const strings = (name: string) => own.at(name).or((field) => field.strings(), []);
  const [error, failure] = [string('error'), string('failure')];
  const other = own.at('interface').or((field) => field.oneOf(['WebSocketStream'] as const), undefined);
  const close = own.at('close').or(readClose, undefined);
  const handshake = own.at('handshake').or(readHandshake, undefined);
  Object.assign(socket, {
    url:
      string('url') ??
      entry
        .at('request')
        .at('url')
        .or((field) => field.string(), ''),
    args: strings('args'),
    protocols: strings('protocols'),
    stack: string('stack') ?? '',
    protocol: string('protocol') ?? '',
    extensions: string('extensions') ?? '',
    lost: own.at('lost').or((field) => field.number(), 0),
    place: own.at('place').or((field) => field.oneOf(places), 'page'),
    ...(other && { interface: other }),
    ...(error !== undefined && { error }),
    ...(failure !== undefined && { failure }),
    ...(close && { close }),
    ...(handshake && { handshake }),
  });
  for (const step of own.at('transitions').records()) step.or((field) => readStep(socket, field), undefined);
  for (const sample of own.at('buffered').records())
    sample.or((field) => noteBuffered(socket, readSample(field)), undefined);
}

function readStep(socket: SocketRecord, step: Field): void {
  const state = step.at('state').oneOf(readyStates);
  enter(socket, state, step.at('time').number(), step.at('cause').oneOf(causes));
}

const readSample = (sample: Field) => ({
  time: sample.at('time').number(),
  amount: sample.at('amount').number(),
});

const readHandshake = (field: Field): Handshake => ({
  status: field.at('status').or((status) => status.number(), 0),
  request: readHeaders(field.at('request')),
  response: readHeaders(field.at('response')),
  ambiguous: field.at('ambiguous').or((ambiguous) => ambiguous.boolean(), false),
});

const readClose = (close: Field): Close => ({
  code: close.at('code').number(),
  reason: close.at('reason').or((reason) => reason.string(), ''),
  wasClean: close.at('wasClean').or((wasClean) => wasClean.boolean(), true),
});
