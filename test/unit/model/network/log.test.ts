import { describe, expect, it } from 'vitest';
import { NetworkLog, Session } from '#model';
import type { SocketEvent } from '#protocol';

/** When the page began, in ms since the epoch. */
const BEGUN = 1_700_000_000_000;

/** A WebSocket in the browser's log, that began so many ms after the page, with so many messages. */
const entry = (url: string, after: number, messages: number) => ({
  _resourceType: 'websocket',
  startedDateTime: new Date(BEGUN + after).toISOString(),
  request: { url, headers: [] },
  response: { status: 101, headers: [] },
  _webSocketMessages: Array.from({ length: messages }, (_, n) => ({
    type: 'receive',
    time: (BEGUN + after + n) / 1000,
    opcode: 1,
    data: `${url} ${n}`,
  })),
});

const EXTENSION = 'chrome-extension://abc/';

/** The same of a page, which the hook has made. */
const hooked = (url: string, after: number) => ({
  ...entry(url, after, 0),
  _initiator: { stack: { callFrames: [{ url: `${EXTENSION}hook.js` }, { url: 'https://a.example/' }] } },
});

const [OLD, NEW] = ['wss://a.example/old', 'wss://a.example/new'];

const types = ({ rows }: Session) => Array.from({ length: rows.length }, (_, row) => rows.type(row));

/** What a session knows of each worker's socket: its URL and its messages. */
const known = ({ sockets }: Session) => sockets.map(({ url, received }) => [url, received.messages]);

describe('sockets of workers, in the network log,', () => {
  /** A session in which a page was left for another, with a worker's socket each. */
  function left(log: NetworkLog): Session {
    const session = new Session();
    session.addDocument('one', 'https://a.example/1', BEGUN, true);
    log.take(session, { entries: [entry(OLD, 10, 2)] }, EXTENSION);
    session.leave('one', BEGUN + 1000);
    session.addDocument('two', 'https://a.example/2', BEGUN + 2000, true);
    log.take(session, { entries: [entry(OLD, 10, 2), entry(NEW, 2010, 1)] }, EXTENSION);
    return session;
  }

  it('stay while the log is preserved, and go with the page before where it is not', () => {
    const session = left(new NetworkLog());
    expect(known(session)).toEqual([
      [OLD, 2],
      [NEW, 1],
    ]);
    const next = session.withoutGone();
    expect(known(next)).toEqual([[NEW, 1]]);
    expect(next.messages).toBe(1);
  });

  it('are there again only with something new, of one that outlives its page', () => {
    const log = new NetworkLog();
    const next = left(log).withoutGone();
    log.take(next, { entries: [entry(OLD, 10, 2), entry(NEW, 2010, 1)] }, EXTENSION);
    expect(known(next)).toEqual([[NEW, 1]]);
    log.take(next, { entries: [entry(OLD, 10, 3), entry(NEW, 2010, 1)] }, EXTENSION);
    expect(known(next)).toEqual([
      [NEW, 1],
      [OLD, 1],
    ]);
  });

  it('are not taken for one while they wait for their turn: the log does not date them yet', () => {
    const session = new Session();
    const log = new NetworkLog();
    const waiting = { ...entry(OLD, 0, 0), startedDateTime: '1969-12-31T23:59:59.000Z' };
    log.take(session, { entries: [waiting] }, EXTENSION);
    expect(known(session)).toEqual([]);
    log.take(session, { entries: [entry(OLD, 10, 1)] }, EXTENSION);
    expect(known(session)).toEqual([[OLD, 1]]);
  });

  it('that have said nothing yet are there all the same', () => {
    const session = new Session();
    new NetworkLog().take(session, { entries: [entry(OLD, 10, 0)] }, EXTENSION);
    expect(known(session)).toEqual([[OLD, 0]]);
  });

  it('are closed when the log has their end, though it does not say by whom', () => {
    const session = new Session();
    const log = new NetworkLog();
    const ended = { ...entry(OLD, 10, 2), time: 500, timings: { wait: 490, receive: 10 } };
    log.take(session, { entries: [{ ...ended, timings: { wait: 490, receive: 0 } }] }, EXTENSION);
    expect(session.sockets.map(({ state }) => state)).toEqual(['open']);
    for (let n = 0; n < 2; n++) log.take(session, { entries: [ended] }, EXTENSION);
    expect(session.sockets.map(({ transitions }) => transitions.at(-1))).toEqual([
      { state: 'closed', time: BEGUN + 510, cause: 'log' },
    ]);
    expect(types(session)).toEqual(['construct', 'open', 'message', 'message', 'close']);
  });

  it('are opened when the log has the answer, and closed by an error where there is none', () => {
    const session = new Session();
    const log = new NetworkLog();
    const waiting = [OLD, NEW].map((url) => ({ ...entry(url, 10, 0), response: { status: 0, headers: [] } }));
    log.take(session, { entries: waiting }, EXTENSION);
    expect(session.sockets.map(({ state }) => state)).toEqual(['connecting', 'connecting']);
    const refused = { ...waiting[1], time: 30, timings: { receive: 1 } };
    const answered = { ...entry(OLD, 10, 0), timings: { wait: 2000 } };
    log.take(session, { entries: [answered, refused] }, EXTENSION);
    expect(session.sockets.map(({ state, handshake }) => [state, handshake?.status])).toEqual([
      ['open', 101],
      ['closed', 0],
    ]);
    expect(session.sockets.map(({ transitions }) => transitions.at(-1))).toEqual([
      { state: 'open', time: BEGUN + 2010, cause: 'server' },
      { state: 'closed', time: BEGUN + 40, cause: 'error' },
    ]);
  });

  it('are no longer open once their page is gone and nothing more is heard, which is all that is said of them', () => {
    const session = left(new NetworkLog());
    expect(session.sockets.map(({ state, transitions }) => [state, transitions.at(-1)])).toEqual([
      ['closed', { state: 'closed', time: BEGUN + 1000, cause: 'unseen' }],
      ['open', { state: 'open', time: BEGUN + 2010, cause: 'server' }],
    ]);
    const rows = Array.from({ length: session.rows.length }, (_, row) => session.rows.get(row));
    expect(rows.filter((row) => row?.type === 'unload').map((row) => row?.socket.url)).toEqual([OLD]);
  });

  it('are open again once they are heard of again, and gone once with each page', () => {
    const log = new NetworkLog();
    const session = left(log);
    const again = {
      ...entry(OLD, 10, 2),
      _webSocketMessages: [
        ...entry(OLD, 10, 2)._webSocketMessages,
        ...entry(OLD, 5000, 1)._webSocketMessages,
      ],
    };
    log.take(session, { entries: [again] }, EXTENSION);
    log.take(session, { entries: [again] }, EXTENSION);
    expect(session.sockets.map(({ state }) => state)).toEqual(['open', 'open']);
    session.leave('two', BEGUN + 9000);
    log.take(session, { entries: [] }, EXTENSION);
    log.take(session, { entries: [] }, EXTENSION);
    expect(session.sockets.map(({ state }) => state)).toEqual(['closed', 'closed']);
    expect(types(session).filter((type) => type === 'unload')).toHaveLength(3);
  });
});

describe('handshakes of a page’s sockets, in the network log,', () => {
  /** A session of a page that made sockets at some ms after it began, and opened them at others. */
  function paged(...opened: readonly (readonly [made: number, open?: number])[]): Session {
    const session = new Session();
    session.addDocument('one', 'https://a.example/', BEGUN, true);
    const events = opened.flatMap(([made, open], index): SocketEvent[] => [
      { ...constructed, socket: index + 1, n: 2 * index + 1, t: made },
      ...(open === undefined
        ? []
        : [
            {
              type: 'open' as const,
              protocol: '',
              extensions: '',
              socket: index + 1,
              n: 2 * index + 2,
              t: open,
            },
          ]),
    ]);
    session.take('one', { origin: BEGUN, events, counts: [], outcomes: [] });
    return session;
  }
  const constructed = { type: 'construct' as const, url: OLD, args: [OLD], protocols: [], stack: '' };
  const statuses = ({ sockets }: Session) => sockets.map(({ handshake }) => handshake?.status);

  it('are those that the hook has made, however long a server had them wait', () => {
    const session = paged([0, 2000], [1, 9000]);
    const log = { entries: [hooked(OLD, 5), hooked(OLD, 8000), entry(OLD, 6, 0)] };
    new NetworkLog().take(session, log, EXTENSION);
    expect(session.sockets.map(({ place, handshake }) => [place, handshake?.ambiguous])).toEqual([
      ['page', false],
      ['page', false],
      ['worker', false],
    ]);
  });

  it('get their answer when the log has it', () => {
    const session = paged([0]);
    const log = new NetworkLog();
    log.take(session, { entries: [{ ...hooked(OLD, 5), response: { status: 0, headers: [] } }] }, EXTENSION);
    expect(statuses(session)).toEqual([0]);
    const next = session.afresh();
    log.take(next, { entries: [hooked(OLD, 5)] }, EXTENSION);
    expect(statuses(next)).toEqual([101]);
  });

  it('wait for a socket that is not known yet', () => {
    const session = paged();
    const log = new NetworkLog();
    log.take(session, { entries: [hooked(OLD, 5)] }, EXTENSION);
    expect(session.sockets).toEqual([]);
    const later = paged([0]);
    log.take(later, { entries: [hooked(OLD, 5)] }, EXTENSION);
    expect(statuses(later)).toEqual([101]);
  });
});
