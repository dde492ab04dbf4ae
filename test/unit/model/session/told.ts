import { Session } from '#model';
import type { SocketEvent } from '#protocol';
import { batch, facts } from '../arbitrary.ts';

export const ORIGIN = 1_700_000_000_000;

/** A session with one document, which has told these events. */
export function told(...events: readonly SocketEvent[]): Session {
  const session = new Session();
  session.addDocument('document', 'https://a.example/', ORIGIN);
  session.take('document', batch(events, ORIGIN));
  return session;
}

/** An event of the first socket. */
export const event = (n: number, fact: object): SocketEvent =>
  ({ n, t: n * 10, socket: 1, ...fact }) as SocketEvent;

export const construct = {
  type: 'construct',
  args: ['/chat'],
  url: 'wss://a.example/chat',
  protocols: [],
  stack: '',
};
export const open = { type: 'open', protocol: 'v1', extensions: '' };
export const send = {
  type: 'send',
  author: 'page',
  state: 1,
  before: 0,
  after: 5,
  stack: '',
  form: 'text',
  data: 'hello',
  size: 5,
};
export const message = { type: 'message', author: 'page', form: 'text', data: 'hello', size: 5 };
export const closing = { type: 'closing', author: 'page', code: 4000, reason: 'bye', stack: '' };
export const close = { type: 'close', code: 4000, reason: 'bye', wasClean: true };

export const rowsOf = (session: Session) => facts(session).rows;
export const socketOf = (session: Session) => facts(session).sockets[0];
export const causesOf = (session: Session) =>
  socketOf(session)?.transitions.map(({ state, cause }) => `${state} ${cause}`);
