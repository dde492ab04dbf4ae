import { describe, expect, it } from 'vitest';
import { NetworkLog, Session } from '#model';

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

const [OLD, NEW] = ['wss://a.example/old', 'wss://a.example/new'];

/** What a session knows of each worker's socket: its URL and its messages. */
const known = ({ sockets }: Session) => sockets.map(({ url, received }) => [url, received.messages]);

describe('sockets of workers, in the network log,', () => {
  const LATER = BEGUN + 60_000;

  /** A session in which a page was left for another, with a worker's socket each. */
  function left(log: NetworkLog): Session {
    const session = new Session();
    session.addDocument('one', 'https://a.example/1', BEGUN, true);
    log.take(session, { entries: [entry(OLD, 10, 2)] }, LATER);
    session.leave('one', BEGUN + 1000);
    session.addDocument('two', 'https://a.example/2', BEGUN + 2000, true);
    log.take(session, { entries: [entry(OLD, 10, 2), entry(NEW, 2010, 1)] }, LATER);
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
    log.take(next, { entries: [entry(OLD, 10, 2), entry(NEW, 2010, 1)] }, LATER);
    expect(known(next)).toEqual([[NEW, 1]]);
    log.take(next, { entries: [entry(OLD, 10, 3), entry(NEW, 2010, 1)] }, LATER);
    expect(known(next)).toEqual([
      [NEW, 1],
      [OLD, 1],
    ]);
  });

  it('are not taken for one while they wait for their turn: the log does not date them yet', () => {
    const session = new Session();
    const log = new NetworkLog();
    const waiting = { ...entry(OLD, 0, 0), startedDateTime: '1969-12-31T23:59:59.000Z' };
    log.take(session, { entries: [waiting] }, LATER);
    expect(known(session)).toEqual([]);
    log.take(session, { entries: [entry(OLD, 10, 1)] }, LATER);
    expect(known(session)).toEqual([[OLD, 1]]);
  });

  it('that have said nothing yet are there all the same', () => {
    const session = new Session();
    new NetworkLog().take(session, { entries: [entry(OLD, 10, 0)] }, LATER);
    expect(known(session)).toEqual([[OLD, 0]]);
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
    log.take(session, { entries: [again] }, LATER);
    log.take(session, { entries: [again] }, LATER);
    expect(session.sockets.map(({ state }) => state)).toEqual(['open', 'open']);
    session.leave('two', BEGUN + 9000);
    log.take(session, { entries: [] }, LATER);
    log.take(session, { entries: [] }, LATER);
    expect(session.sockets.map(({ state }) => state)).toEqual(['closed', 'closed']);
    const unloads = Array.from({ length: session.rows.length }, (_, row) => session.rows.type(row)).filter(
      (type) => type === 'unload',
    );
    expect(unloads).toHaveLength(3);
  });
});
