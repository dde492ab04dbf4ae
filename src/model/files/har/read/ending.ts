import { closeText } from '../../../session/fold.ts';
import type { NewRow } from '../../../session/rows.ts';
import { type Close, enter, type SocketRecord } from '../../../session/socket.ts';
import { readCloseFrame } from './close-frame.ts';
import { Field } from './field.ts';
import type { Messages } from './messages.ts';
import { fromEpoch, timeOf } from './times/units.ts';

/** How an entry says that its socket ended. */
interface Told {
  readonly entry: Field;
  readonly messages: Messages;
  /** When the last message was, in ms since the epoch; when the socket was made where there is none. */
  readonly last: number;
  /** When a message was. */
  readonly timeOf: (index: number) => number;
  /** How long it was there at least, in ms. */
  readonly lasted: number;
}

/**
 * How a socket ended, as far as a file tells: by HTTP Toolkit's `_webSocketClose`, by a close frame, by an error after
 * which nothing came, by a handshake that failed.
 * @returns the row of its end, where no message is that
 */
export function readEnding(socket: SocketRecord, told: Told): NewRow[] {
  const { entry, last } = told;
  const close = readClose(entry.at('_webSocketClose'));
  if (close) {
    const time = fromEpoch(timeOf(entry.at('_webSocketClose').at('timestamp').value));
    return closed(socket, close, Number.isNaN(time) ? last : time);
  }
  return (
    closedByFrame(socket, told) ?? failed(socket, told) ?? refused(socket, told) ?? unknown(socket, told)
  );
}

function closed(socket: SocketRecord, close: Close, time: number): NewRow[] {
  socket.close = close;
  enter(socket, 'closed', time, close.wasClean ? 'import' : 'error');
  return [{ type: 'close', time, socket, data: closeText(close) }];
}

/** 1006 and no reason is what a page is told of a connection that broke, as 1005 is of a close without a code. */
function readClose(field: Field): Close | undefined {
  if (field.value === 'aborted') return { code: 1006, reason: '', wasClean: false };
  if (!field.isObject) return field.or((close) => close.refuse('object'), undefined);
  const code = field.at('code').or((each) => each.numeric(), 1005);
  const reason = field.at('reason').or((each) => each.string(), '');
  return { code, reason, wasClean: code !== 1006 };
}

/** The frame has a row of its own; that the socket is closed has one, too, as the page was told. */
function closedByFrame(socket: SocketRecord, { messages, timeOf, last }: Told): NewRow[] | undefined {
  if (!messages.close) return undefined;
  const { code = 1005, reason = '' } = readCloseFrame(new Field(messages.close.item)) ?? {};
  return closed(socket, { code, reason, wasClean: true }, Math.max(timeOf(messages.close.index), last));
}

/** An error is the end, if nothing came after it; the file has it among the messages. */
function failed(socket: SocketRecord, { messages, timeOf }: Told): NewRow[] | undefined {
  const { error, length } = messages;
  if (!error || error.index !== length - 1) return undefined;
  socket.failure = new Field(error.item).at('data').or((data) => data.string(), '');
  enter(socket, 'closed', timeOf(error.index), 'error');
  return [];
}

/** What programs call the reason why a request failed. */
const reasons = ['_failureText', '_error', '_errorText', 'error'] as const;

/** A handshake that was answered otherwise than it should be, or not at all. */
function refused(socket: SocketRecord, { entry, last }: Told): NewRow[] | undefined {
  const response = entry.at('response');
  const texts = [response, entry].flatMap((field) => reasons.map((name) => field.at(name).value));
  const failure = texts.find((text) => typeof text === 'string' && text !== '');
  const isRefused = socket.state === 'connecting' && socket.handshake !== undefined;
  if (!isRefused && typeof failure !== 'string') return undefined;
  if (typeof failure === 'string') socket.failure = failure;
  enter(socket, 'closed', last, 'error');
  return [{ type: 'error', time: last, socket, ...(typeof failure === 'string' && { data: failure }) }];
}

/** The file ends before the socket, perhaps. */
function unknown(socket: SocketRecord, { last, lasted }: Told): NewRow[] {
  enter(socket, 'closed', Math.max(last, socket.created + lasted), 'unknown');
  return [];
}
