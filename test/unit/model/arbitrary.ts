import fc from 'fast-check';
import { causes, type Data, everySocket, type NewRow, readyStates, repairs, rowTypes, Session } from '#model';
import type { ReadBatch, SocketEvent } from '#protocol';

/** Any string of UTF-16 units: lone surrogates, controls and emoji are as likely as letters. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom('', '\ud800', 'a\udc00b', '👩‍👩‍👧‍👦 \u202e', '"}]}\\', '</script>', '\u2028', '__proto__'),
);

export const anyBytes: fc.Arbitrary<Uint8Array> = fc
  .uint8Array({ maxLength: 40 })
  .map((bytes) => Uint8Array.from(bytes));

const anyData: fc.Arbitrary<Data> = fc.oneof(anyText, anyBytes, fc.constant(undefined));

/** ms since the epoch, in the years that are likely, with all their digits. */
export const anyTime = fc.oneof(
  fc.double({ min: 1_500_000_000_000, max: 2_100_000_000_000, noNaN: true }),
  fc.integer({ min: 1_500_000_000, max: 2_100_000_000 }).map((seconds) => seconds * 1000),
  fc.double({ min: 0, max: 8_000_000_000_000, noNaN: true }),
);

const amount = fc.nat(0xffffffff);
const form = fc.constantFrom('text', 'Blob', 'ArrayBuffer', 'DataView', 'Uint8Array', 'binary');
const author = fc.constantFrom('page' as const, 'panel' as const);
const stack = fc.constantFrom('', 'f@https://a.example/x.js:1:2', 'at g (https://a.example/y.js:3:4)\nat h');
const url = fc.oneof(
  anyText,
  fc.webUrl({ validSchemes: ['ws', 'wss'], withQueryParameters: true, withFragments: true }),
);

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

type Facts = Omit<NewRow, 'socket'>;

/** Any row but for its socket. */
export const anyRow: fc.Arbitrary<Facts> = fc.oneof(
  fc.record({
    type: fc.constantFrom(...rowTypes),
    time: anyTime,
    data: anyData,
    author: optional(author),
    stack: optional(stack),
    error: optional(anyText),
    note: optional(anyText),
    bufferedBefore: optional(amount),
    bufferedAfter: optional(amount),
    form: optional(form),
    size: optional(amount),
    part: optional(fc.record({ offset: amount, buffer: amount })),
    direction: optional(fc.constantFrom('in' as const, 'out' as const)),
    repaired: optional(fc.subarray([...repairs])),
  }),
  fc.record({ type: fc.constantFrom('send', 'message'), time: anyTime, data: anyData, form }),
);

const anyTransitions = fc.array(
  fc.record({ state: fc.constantFrom(...readyStates), time: anyTime, cause: fc.constantFrom(...causes) }),
  { maxLength: 4 },
);

const anyHeaders = fc.array(fc.record({ name: anyText, value: anyText }), { maxLength: 2 });

const anySocket = fc.record({
  id: fc.nat(5),
  created: anyTime,
  url,
  args: fc.array(anyText, { maxLength: 3 }),
  protocols: fc.array(anyText, { maxLength: 3 }),
  stack,
  protocol: anyText,
  extensions: anyText,
  place: fc.constantFrom('page' as const, 'worker' as const),
  handshake: optional(
    fc.record({ status: fc.nat(599), request: anyHeaders, response: anyHeaders, ambiguous: fc.boolean() }),
  ),
  transitions: anyTransitions,
  buffered: fc.array(fc.record({ time: anyTime, amount }), { maxLength: 3 }),
  close: optional(fc.record({ code: fc.nat(5000), reason: anyText, wasClean: fc.boolean() })),
  error: optional(anyText),
  failure: optional(anyText),
  interface: optional(fc.constant('WebSocketStream' as const)),
  lost: fc.nat(),
});

const anyDocument = fc.record({
  key: anyText,
  url: anyText,
  origin: anyTime,
  top: fc.boolean(),
  gone: optional(anyTime),
});

/** A session that was put together piece by piece, with whatever the types allow. */
export const anyPushedSession: fc.Arbitrary<Session> = fc
  .record({
    documents: fc.array(
      fc.record({ ...{ document: anyDocument }, sockets: fc.array(anySocket, { maxLength: 4 }) }),
      {
        maxLength: 3,
      },
    ),
    rows: fc.array(fc.tuple(fc.nat(), anyRow), { maxLength: 30 }),
  })
  .map(({ documents, rows }) => {
    const session = new Session();
    for (const { document, sockets } of documents) {
      const record = session.addDocument(document.key, document.url, document.origin, document.top);
      if (document.gone !== undefined) record.gone = document.gone;
      for (const { interface: other, ...known } of sockets) {
        const { id, created, transitions, buffered, close, error, failure, handshake, ...facts } = known;
        const socket = session.addSocket(record, id, created);
        Object.assign(
          socket,
          facts,
          close && { close },
          error !== undefined && { error },
          failure !== undefined && { failure },
          other && { interface: other },
          handshake && { handshake },
        );
        socket.buffered.push(...buffered);
        if (socket.transitions.length > 0) continue;
        transitions.sort((a, b) => readyStates.indexOf(a.state) - readyStates.indexOf(b.state));
        for (const step of transitions) {
          if (step.state === socket.transitions.at(-1)?.state) continue;
          socket.transitions.push(step);
          socket.state = step.state;
        }
      }
    }
    for (const [which, row] of rows) {
      const isOfAll = row.type === 'pause' || row.type === 'resume';
      const socket = isOfAll ? everySocket : session.sockets[which % (session.sockets.length || 1)];
      if (socket)
        session.push(isOfAll ? { type: row.type, time: row.time, data: '3', socket } : { ...row, socket });
    }
    return session;
  });

/** An event but for its number, its time and its socket. */
type Fact = SocketEvent extends infer E
  ? E extends SocketEvent
    ? Omit<E, 'n' | 't' | 'socket'>
    : never
  : never;

const payload = fc.oneof(
  anyText.map((data) => ({ form: 'text' as const, data, size: data.length })),
  anyText.map((data) => ({ form: 'text' as const, data, size: data.length + 100 })),
  anyBytes.map((data) => ({ form: 'Uint8Array' as const, data, size: data.length })),
  anyBytes.map((data) => ({
    form: 'DataView' as const,
    data,
    size: data.length,
    offset: 3,
    buffer: data.length + 7,
  })),
  amount.map((size) => ({ form: 'Blob' as const, size })),
);

const call = { stack, error: optional(anyText) };

const withoutUndefined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as unknown as Fact;

const fact: fc.Arbitrary<Fact> = fc
  .oneof(
    fc.record({
      type: fc.constant('construct' as const),
      args: fc.array(anyText),
      url,
      protocols: fc.array(anyText),
      ...call,
    }),
    fc.record({ type: fc.constant('open' as const), protocol: anyText, extensions: anyText }),
    fc
      .record({ author, state: fc.nat(3), before: amount, after: amount, ...call, payload })
      .map(({ payload, ...rest }) => ({ type: 'send' as const, ...rest, ...payload })),
    fc
      .record({ author, payload })
      .map(({ author, payload }) => ({ type: 'message' as const, author, ...payload })),
    fc.record({
      type: fc.constant('closing' as const),
      author,
      code: optional(fc.option(fc.nat(5000))),
      reason: optional(anyText),
      ...call,
    }),
    fc.constant({ type: 'error' as const }),
    fc.record({
      type: fc.constant('close' as const),
      code: fc.nat(5000),
      reason: anyText,
      wasClean: fc.boolean(),
    }),
    fc.record({ type: fc.constant('buffered' as const), amount }),
    fc.record({ type: fc.constant('binaryType' as const), value: anyText }),
  )
  .map(withoutUndefined);

/** Events of one document as its hook tells them: numbered from 1, their times never going back. */
export const anyEvents: fc.Arbitrary<SocketEvent[]> = fc
  .array(
    fc.record({
      fact,
      socket: fc.integer({ min: 1, max: 4 }),
      wait: fc.double({ min: 0, max: 5000, noNaN: true }),
    }),
    {
      maxLength: 40,
    },
  )
  .map((items) => {
    let t = 0;
    return items.map(({ fact, socket, wait }, index) => {
      t += wait;
      return { ...fact, n: index + 1, t, socket } as SocketEvent;
    });
  });

export const batch = (
  events: readonly SocketEvent[],
  origin = 1_700_000_000_000,
  counts: ReadBatch['counts'] = [],
): ReadBatch => ({ origin, events, counts, outcomes: [] });

/** A session that was recorded: batches from documents, some of which went away. */
export const anyTakenSession: fc.Arbitrary<Session> = fc
  .array(
    fc.record({
      events: anyEvents,
      cut: fc.nat(40),
      origin: anyTime,
      counts: fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat())),
      gone: optional(anyTime),
    }),
    { maxLength: 3 },
  )
  .map((documents) => {
    const session = new Session();
    documents.forEach(({ origin }, index) => {
      session.addDocument(`document ${index}`, `https://a.example/${index}`, origin);
    });
    const halves = [0, 1] as const;
    for (const half of halves) {
      documents.forEach(({ events, cut, origin, counts }, index) => {
        const part = half === 0 ? events.slice(0, cut) : events.slice(cut);
        session.take(`document ${index}`, batch(part, origin, counts));
      });
    }
    documents.forEach(({ gone }, index) => {
      if (gone !== undefined) session.leave(`document ${index}`, gone);
    });
    return session;
  });

export const anySession = fc.oneof(anyPushedSession, anyTakenSession);

/** Everything that a session knows, as plain values that can be compared; `prefix` goes before the keys of documents. */
export function facts(session: Session, prefix = '') {
  return {
    start: session.start,
    messages: session.messages,
    lost: session.lost,
    pauses: session.pauses,
    documents: session.documents.map((document) => ({ ...document, key: prefix + document.key })),
    sockets: session.sockets.map(({ document, ...socket }) => ({
      ...socket,
      document: prefix + document.key,
    })),
    rows: Array.from({ length: session.rows.length }, (_, index) => {
      const row = session.rows.get(index);
      return row && { ...row, socket: row.socket.index };
    }),
  };
}
