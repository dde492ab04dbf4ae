import { describe, expect, it } from 'vitest';
import { HarError, NetworkLog, Session } from '#model';
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

  it('go unseen alone: a page’s socket is open as long as the page says so', () => {
    const session = new Session();
    const frame = session.addDocument('frame', 'https://a.example/frame', BEGUN);
    session.addSocket(frame, 1, BEGUN);
    session.addDocument('one', 'https://a.example/1', BEGUN, true);
    session.leave('one', BEGUN + 1000);
    new NetworkLog().take(session, { entries: [entry(OLD, 1000, 0), entry(OLD, 10, 0)] }, EXTENSION);
    expect(session.sockets.map(({ place, state }) => [place, state])).toEqual([
      ['page', 'connecting'],
      ['worker', 'open'],
      ['worker', 'closed'],
    ]);
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

  /** What is left of a log in a session of nothing else. */
  function taken(...entries: object[]): Session {
    const session = new Session();
    new NetworkLog().take(session, { entries }, EXTENSION);
    return session;
  }

  it('are told from all else that is there', () => {
    const page = { ...entry(NEW, 10, 0), _resourceType: 'document' };
    const { _resourceType, ...unknown } = entry(NEW, 10, 0);
    expect(known(taken(page, unknown, entry(OLD, 10, 1)))).toEqual([[OLD, 1]]);
  });

  it('are two where two were made for one URL at one time, whenever the log is read', () => {
    const session = new Session();
    const log = new NetworkLog();
    const entries = [entry(OLD, 10, 1), entry(OLD, 10, 2)];
    for (let n = 0; n < 2; n++) log.take(session, { entries }, EXTENSION);
    expect(known(session)).toEqual([
      [OLD, 1],
      [OLD, 2],
    ]);
  });

  it('have their handshake, both ways', () => {
    const [asked, answered] = [
      [{ name: 'Origin', value: 'https://a.example' }],
      [{ name: 'Server', value: 'x' }],
    ];
    const session = taken({
      ...entry(OLD, 10, 0),
      request: { url: OLD, headers: asked },
      response: { status: 101, headers: answered },
    });
    expect(session.sockets[0]).toMatchObject({
      place: 'worker',
      args: [OLD],
      handshake: { status: 101, request: asked, response: answered, ambiguous: false },
    });
  });

  it('are made, opened and heard of when the log says so', () => {
    const session = taken({ ...entry(OLD, 10, 2), timings: { wait: 2000 } });
    const rows = Array.from({ length: session.rows.length }, (_, row) => session.rows.get(row));
    expect(rows.map((row) => [row?.type, row?.time, row?.data])).toEqual([
      ['construct', BEGUN + 10, OLD],
      ['open', BEGUN + 10, ''],
      ['message', BEGUN + 10, `${OLD} 0`],
      ['message', BEGUN + 11, `${OLD} 1`],
    ]);
    const causes = session.sockets[0]?.transitions.map(({ state, cause }) => `${state} ${cause}`);
    expect(causes).toEqual(['connecting page', 'open server']);
  });

  it('end no earlier than the last that was heard of them', () => {
    const session = taken({ ...entry(OLD, 10, 5), time: 2, timings: { receive: 1 } });
    expect(session.sockets[0]?.transitions.at(-1)).toEqual({
      state: 'closed',
      time: BEGUN + 14,
      cause: 'log',
    });
  });

  it('are followed while nothing is recorded, and their messages of that time are not taken later', () => {
    const session = new Session();
    const log = new NetworkLog();
    session.recording = false;
    log.take(session, { entries: [entry(OLD, 10, 2)] }, EXTENSION);
    expect(types(session)).toEqual(['construct', 'open']);
    session.recording = true;
    log.take(session, { entries: [entry(OLD, 10, 3)] }, EXTENSION);
    expect(types(session)).toEqual(['construct', 'open', 'message']);
  });

  it('are not those of the hook, in whatever frame of the stack it is', () => {
    const stacks = [
      [{ url: 'https://a.example/' }, { url: `${EXTENSION}hook.js` }],
      [{}, { url: `${EXTENSION}hook.js` }],
    ];
    for (const callFrames of stacks)
      expect(known(taken({ ...entry(OLD, 10, 0), _initiator: { stack: { callFrames } } }))).toEqual([]);
    const others = [
      { stack: { callFrames: [{ url: `https://a.example/?${EXTENSION}` }] } },
      { stack: { callFrames: [] } },
      { stack: {} },
      {},
    ];
    for (const _initiator of others)
      expect(known(taken({ ...entry(OLD, 10, 0), _initiator }))).toEqual([[OLD, 0]]);
  });

  it('are not to be had from what is no log', () => {
    for (const log of [undefined, {}, { entries: {} }, { entries: [{ ...entry(OLD, 10, 0), request: {} }] }])
      expect(() => new NetworkLog().take(new Session(), log, EXTENSION)).toThrow(HarError);
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

  it('stay with the socket that they were found for', () => {
    const session = paged([0], [500]);
    const log = new NetworkLog();
    const first = { ...hooked(OLD, 5), response: { status: 403, headers: [] } };
    log.take(session, { entries: [first] }, EXTENSION);
    for (let n = 0; n < 2; n++) log.take(session, { entries: [first, hooked(OLD, 505)] }, EXTENSION);
    expect(statuses(session)).toEqual([403, 101]);
    expect(session.sockets).toHaveLength(2);
  });

  it('are of no socket whose constructor threw, nor of one of a worker', () => {
    const session = paged();
    const failed = { ...constructed, error: 'SyntaxError', socket: 1, n: 1, t: 0 };
    session.take('one', { origin: BEGUN, events: [failed], counts: [], outcomes: [] });
    const log = new NetworkLog();
    log.take(session, { entries: [entry(OLD, 0, 0)] }, EXTENSION);
    log.take(session, { entries: [entry(OLD, 0, 0), hooked(OLD, 5)] }, EXTENSION);
    expect(session.sockets.map(({ place, handshake }) => [place, handshake?.status])).toEqual([
      ['page', undefined],
      ['worker', 101],
    ]);
  });

  it('are marked where another socket would fit as well', () => {
    const session = paged([0], [1]);
    new NetworkLog().take(session, { entries: [hooked(OLD, 5), hooked(OLD, 6)] }, EXTENSION);
    expect(session.sockets.map(({ handshake }) => handshake?.ambiguous)).toEqual([true, true]);
  });
});
