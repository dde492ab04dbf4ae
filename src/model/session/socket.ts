import type { Interface } from '#protocol';
import { isTime, timeOr } from './time.ts';

/** The states of a socket, in the order in which it goes through them. */
export const readyStates = ['connecting', 'open', 'closing', 'closed'] as const;

export type ReadyState = (typeof readyStates)[number];

/**
 * What moved a socket into a state. `document` is the document going away, `import` a file that does not say, `log` the
 * browser's own log, which does not either, `unseen` that nothing tells of it any more, whatever became of it, `unknown`
 * that the file ends there, and nobody knows whether the socket did.
 */
export const causes = [
  'page',
  'panel',
  'server',
  'error',
  'document',
  'import',
  'log',
  'unseen',
  'unknown',
] as const;

export type Cause = (typeof causes)[number];

export interface Transition {
  readonly state: ReadyState;
  /** ms since the epoch. */
  readonly time: number;
  readonly cause: Cause;
}

export interface Close {
  readonly code: number;
  readonly reason: string;
  readonly wasClean: boolean;
}

/** What a socket belongs to. */
export const places = ['page', 'worker'] as const;

export type Place = (typeof places)[number];

/** Messages and payload bytes one way. */
export interface Traffic {
  messages: number;
  bytes: number;
}

/** `bufferedAmount` in bytes at a time, in ms since the epoch. */
export interface BufferedSample {
  readonly time: number;
  readonly amount: number;
}

export interface Header {
  readonly name: string;
  readonly value: string;
}

/** The HTTP handshake, as the browser's own network log has it. */
export interface Handshake {
  /** 101 where the server agreed, 0 where there was no answer. */
  readonly status: number;
  readonly request: readonly Header[];
  readonly response: readonly Header[];
  /** The log has another that fits as well: by URL and time they cannot be told apart. */
  readonly ambiguous: boolean;
}

/** A document of the tab. `key` is the browser's documentId, or unique to an import. */
export interface DocumentRecord {
  readonly key: string;
  readonly url: string;
  /** Whether it is a page, and not in a frame of one. */
  readonly top: boolean;
  /** When it began, ms since the epoch. */
  origin: number;
  /** When it went away, ms since the epoch. */
  gone?: number;
}

/** One WebSocket of the session. The session alone changes it. */
export interface SocketRecord {
  /** Position in `session.sockets`. */
  readonly index: number;
  readonly document: DocumentRecord;
  /** Number in its document, as commands name it. */
  readonly id: number;
  /** One of a worker can be read only: it is known from the browser's own network log. */
  place: Place;
  /** What it is, where it is no WebSocket. */
  interface?: Interface;
  url: string;
  args: readonly string[];
  protocols: readonly string[];
  stack: string;
  /** Negotiated with the server; empty until open, or where there is none. */
  protocol: string;
  extensions: string;
  /** ms since the epoch. */
  created: number;
  state: ReadyState;
  readonly transitions: Transition[];
  /** What went over the wire. */
  readonly sent: Traffic;
  readonly received: Traffic;
  /** Calls of `send()` that threw, or came after the close. */
  readonly unsent: Traffic;
  /** What a person let the page receive. */
  readonly injected: Traffic;
  readonly buffered: BufferedSample[];
  close?: Close;
  /** Known only while DevTools is open. */
  handshake?: Handshake;
  /** What the constructor threw. */
  error?: string;
  /** Why the connection failed or broke, in the words of a file; no page is told. */
  failure?: string;
  /** Events that were evicted before they reached the panel. */
  lost: number;
}

/** A socket of which nothing is known but that it is there. */
export const newSocket = (
  index: number,
  document: DocumentRecord,
  id: number,
  created: number,
): SocketRecord => ({
  index,
  document,
  id,
  url: '',
  args: [],
  protocols: [],
  stack: '',
  protocol: '',
  extensions: '',
  created: timeOr(created, document.origin),
  place: 'page',
  state: 'connecting',
  transitions: [],
  sent: { messages: 0, bytes: 0 },
  received: { messages: 0, bytes: 0 },
  unsent: { messages: 0, bytes: 0 },
  injected: { messages: 0, bytes: 0 },
  buffered: [],
  lost: 0,
});

/** Stands for the socket of rows that are about all of them. No session has it in its list. */
export const everySocket: SocketRecord = newSocket(
  2 ** 32 - 1,
  { key: '', url: '', top: false, origin: 0 },
  0,
  0,
);

/** The socket at an index of a session's list; that of all where a row is about all of them. */
export const socketAt = (sockets: readonly SocketRecord[], index: number): SocketRecord | undefined =>
  index === everySocket.index ? everySocket : sockets[index];

/** Moves a socket into a state, once: a state is never entered twice nor left backwards. */
export function enter(socket: SocketRecord, state: ReadyState, time: number, cause: Cause): void {
  if (socket.transitions.length > 0 && readyStates.indexOf(state) <= readyStates.indexOf(socket.state))
    return;
  socket.state = state;
  const known = socket.transitions.at(-1)?.time ?? socket.created;
  socket.transitions.push({ state, time: timeOr(time, known), cause });
}

/** Notes what a socket has buffered, in bytes, at a time; where that is none it cannot be shown. */
export function noteBuffered(socket: SocketRecord, { time, amount }: BufferedSample): void {
  if (isTime(time)) socket.buffered.push({ time, amount });
}

/** Who a close came from, as far as the transitions tell: the first that moved towards it. */
export function closedBy(socket: SocketRecord): Cause | undefined {
  return socket.transitions.find(({ state }) => state === 'closing' || state === 'closed')?.cause;
}

/** A socket that was thought to be closed because nothing told of it has been heard of again. */
export function seeAgain(socket: SocketRecord): void {
  if (socket.transitions.at(-1)?.cause !== 'unseen') return;
  socket.transitions.pop();
  socket.state = socket.transitions.at(-1)?.state ?? 'connecting';
}

/** How a socket stands, for a person: its state, and of one that is there no more how it came to that. */
export type Standing = ReadyState | 'failed' | 'unknown';

/** @param live whether it is of a page, and not of a file: there the end of what was open is not known */
export function standingOf(socket: SocketRecord, live: boolean): Standing {
  if (socket.state !== 'closed') return live ? socket.state : 'unknown';
  if (hasFailed(socket)) return 'failed';
  return socket.transitions.at(-1)?.cause === 'unknown' ? 'unknown' : 'closed';
}

/** Whether a socket ended otherwise than by a clean close, or never began. */
export const hasFailed = ({ error, failure, close, transitions }: SocketRecord): boolean =>
  error !== undefined ||
  failure !== undefined ||
  close?.wasClean === false ||
  transitions.at(-1)?.cause === 'error';
