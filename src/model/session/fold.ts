import type { SocketEvent } from '#protocol';
import { utf8Length } from '../payload/data.ts';
import type { NewRow } from './rows.ts';
import { enter, noteBuffered, type SocketRecord } from './socket.ts';
import { timeOr } from './time.ts';

type Of<T extends SocketEvent['type']> = Extract<SocketEvent, { type: T }>;

/** What an event means: it changes its socket, and most become a row. `time` in ms since the epoch. */
export function fold(socket: SocketRecord, event: SocketEvent, time: number): NewRow | undefined {
  const base = { time, socket };
  switch (event.type) {
    case 'construct':
      return { ...base, ...construct(socket, event, time) };
    case 'open':
      Object.assign(socket, { protocol: event.protocol, extensions: event.extensions });
      enter(socket, 'open', time, 'server');
      return { ...base, type: 'open', data: event.protocol };
    case 'send':
      return sent(socket, event, time);
    case 'message':
      return message(socket, event, time);
    case 'closing':
      if (event.error === undefined) enter(socket, 'closing', time, event.author);
      return { ...base, ...call(event), type: 'closing', author: event.author, data: closeText(event) };
    case 'error':
      return { ...base, type: 'error' };
    case 'close':
      return { ...base, ...closed(socket, event, time) };
    case 'buffered':
      noteBuffered(socket, { time, amount: event.amount });
      return undefined;
    case 'binaryType':
      return { ...base, type: 'binaryType', data: event.value };
  }
}

const call = ({ stack, error }: { stack: string; error?: string }) => ({
  stack: pageFrames(stack),
  ...(error !== undefined && { error }),
});

function construct(socket: SocketRecord, event: Of<'construct'>, time: number) {
  const { url, args, protocols } = event;
  const stack = pageFrames(event.stack);
  Object.assign(socket, {
    url: url || (args[0] ?? ''),
    args,
    protocols,
    stack,
    created: timeOr(time, socket.created),
  });
  if (event.interface) socket.interface = event.interface;
  enter(socket, 'connecting', time, 'page');
  if (event.error !== undefined) {
    socket.error = event.error;
    enter(socket, 'closed', time, 'error');
  }
  return { ...call(event), type: 'construct' as const, data: socket.url };
}

/** Stacks read before: a page sends from few places, and reading a stack costs more than the rest of its event. */
const readStacks = new Map<string, string>();
const STACKS = 1000;

/** The frames of the page's own code: no heading, and nothing of an extension. */
function pageFrames(stack: string): string {
  const known = readStacks.get(stack);
  if (known !== undefined) return known;
  const frames = readFrames(stack);
  if (readStacks.size === STACKS) readStacks.clear();
  readStacks.set(stack, frames);
  return frames;
}

const readFrames = (stack: string) =>
  stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /:\d+\)?$/.test(line) && !line.includes('-extension://'))
    .join('\n');

// Rows of messages are written out: there are so many that objects between would be most of what is thrown away.

function message(socket: SocketRecord, event: Of<'message'>, time: number): NewRow {
  const { type, author, form, data } = event;
  return { type, time, socket, author, form, data, size: bytesOf(event), part: partOf(event) };
}

/** A send after OPEN goes nowhere, and the browser says nothing: the row does. */
function sent(socket: SocketRecord, event: Of<'send'>, time: number): NewRow {
  const { type, author, form, data } = event;
  return {
    type,
    time,
    socket,
    author,
    form,
    data,
    size: bytesOf(event),
    part: partOf(event),
    stack: pageFrames(event.stack),
    error: event.error ?? (event.state > 1 ? 'dropped' : undefined),
    bufferedBefore: event.before,
    bufferedAfter: event.after,
  };
}

const partOf = ({ offset, buffer }: Of<'send' | 'message'>) =>
  offset !== undefined && buffer !== undefined ? { offset, buffer } : undefined;

/** The size of a text is known in UTF-16 units: of a whole one these are its bytes, of a cut one as near as can be. */
const bytesOf = ({ data, size }: Of<'send' | 'message'>) =>
  typeof data === 'string' ? Math.round((utf8Length(data) / data.length) * size) || size : size;

function closed(socket: SocketRecord, event: Of<'close'>, time: number) {
  const { code, reason, wasClean } = event;
  const failed = socket.state === 'connecting' || !wasClean;
  socket.close = { code, reason, wasClean };
  enter(socket, 'closed', time, failed ? 'error' : 'server');
  return { type: 'close' as const, data: closeText(event) };
}

/** What is said with a close: its code and its reason. */
export const closeText = ({ code, reason }: { code?: number | null; reason?: string }) =>
  [code ?? '', reason ?? ''].filter((part) => part !== '').join(' ');
