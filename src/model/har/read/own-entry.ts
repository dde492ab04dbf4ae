import type { Session } from '../../session/session.ts';
import {
  causes,
  enter,
  type Handshake,
  places,
  readyStates,
  type SocketRecord,
} from '../../session/socket.ts';
import type { Field } from './field.ts';
import { readHeaders } from './headers.ts';
import { life, type PlacedRow, readOwnMessage, traffic } from './message.ts';
import type { Messages } from './messages.ts';
import { type EntryRows, newSocketIn, type SourceEntry } from './source.ts';

/** Reads an entry that we wrote: all that the session knew of a socket, and its rows. */
export function readOwnEntry(session: Session, { entry, document, messages }: SourceEntry): EntryRows {
  const own = entry.at('_sockscope');
  const socket = newSocketIn(session, document, own.at('id').number(), own.at('created').number());
  readFacts(socket, own);
  entry.at('_webSocketMessages').items();
  const stacks = own.at('stacks').strings();
  const before = readLife(own.at('rows'), socket, stacks);
  return {
    before,
    messages,
    orders: () => ordersOf(messages, before.at(-1)?.order ?? 0),
    read: (message) => readOwnMessage(message, traffic, socket, stacks),
    after: [],
  };
}

function readLife(items: Field, socket: SocketRecord, stacks: readonly string[]): PlacedRow[] {
  let order = 0;
  return items.items().map((item) => {
    const row = readOwnMessage(item, life, socket, stacks);
    order = item.at('_row').maybe((field) => field.number()) ?? order;
    return { order, row };
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

function readFacts(socket: SocketRecord, own: Field): void {
  const error = own.at('error').maybe((field) => field.string());
  const other = own.at('interface').maybe((field) => field.oneOf(['WebSocketStream'] as const));
  const close = own.at('close').maybe(readClose);
  const handshake = own.at('handshake').maybe(readHandshake);
  Object.assign(socket, {
    url: own.at('url').string(),
    args: own.at('args').strings(),
    protocols: own.at('protocols').strings(),
    stack: own.at('stack').string(),
    protocol: own.at('protocol').string(),
    extensions: own.at('extensions').string(),
    lost: own.at('lost').number(),
    place: own.at('place').oneOf(places),
    ...(other && { interface: other }),
    ...(error !== undefined && { error }),
    ...(close && { close }),
    ...(handshake && { handshake }),
  });
  for (const step of own.at('transitions').items())
    enter(
      socket,
      step.at('state').oneOf(readyStates),
      step.at('time').number(),
      step.at('cause').oneOf(causes),
    );
  for (const sample of own.at('buffered').items())
    socket.buffered.push({ time: sample.at('time').number(), amount: sample.at('amount').number() });
}

const readHandshake = (field: Field): Handshake => ({
  status: field.at('status').number(),
  request: readHeaders(field.at('request')),
  response: readHeaders(field.at('response')),
  ambiguous: field.at('ambiguous').boolean(),
});

const readClose = (close: Field) => ({
  code: close.at('code').number(),
  reason: close.at('reason').string(),
  wasClean: close.at('wasClean').boolean(),
});
