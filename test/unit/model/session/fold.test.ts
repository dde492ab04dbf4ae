import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cause, closedBy, enter, type ReadyState, Session, seeAgain } from '#model';
import { batch } from '../arbitrary.ts';
import { close, closing, construct, event, message, ORIGIN, open, send, told } from './told.ts';

const life = (...facts: object[]) => told(...facts.map((fact, index) => event(index + 1, fact)));

/** The last row of a session of one socket that these facts were told of. */
const lastRow = (...facts: object[]) => {
  const { rows } = life(...facts);
  return rows.get(rows.length - 1);
};

describe('what a page did is on its row', () => {
  const calls = { construct, send, closing };
  test.each(Object.entries(calls))('with the stack of a %s, and what it threw', (_, call) => {
    const stack = 'f@https://a.example/x.js:1:2';
    expect(lastRow({ ...call, stack })).toMatchObject({ stack });
    expect(lastRow({ ...call, stack })).not.toHaveProperty('error');
    expect(lastRow({ ...call, stack, error: 'TypeError' })).toMatchObject({ stack, error: 'TypeError' });
  });

  test('by a send in a state in which it goes nowhere, and in the others', () => {
    const errors = [0, 1, 2, 3].map((state) => lastRow({ ...send, state })?.error);
    expect(errors).toEqual([undefined, undefined, 'dropped', 'dropped']);
  });

  test('with the part of its buffer that a view is of', () => {
    for (const fact of [send, message]) {
      expect(lastRow({ ...fact, offset: 0, buffer: 8 })?.part).toEqual({ offset: 0, buffer: 8 });
      for (const some of [{}, { offset: 3 }, { buffer: 8 }])
        expect(lastRow({ ...fact, ...some })).not.toHaveProperty('part');
    }
  });

  test('by whoever it was', () => {
    for (const author of ['page', 'panel'])
      for (const fact of [send, message, closing])
        expect(lastRow({ ...fact, author })).toMatchObject({ author });
  });

  test('an error, and another binaryType, change no state', () => {
    expect(lastRow({ type: 'error' })).toMatchObject({ type: 'error', data: undefined });
    expect(lastRow({ type: 'binaryType', value: 'arraybuffer' })).toMatchObject({
      type: 'binaryType',
      data: 'arraybuffer',
    });
    const { sockets } = life(construct, open, { type: 'error' }, { type: 'binaryType', value: 'blob' });
    expect(sockets.map(({ state }) => state)).toEqual(['open']);
    expect(sockets[0]).not.toHaveProperty('close');
  });

  test('a close() without code or reason', () => {
    expect(lastRow({ type: 'closing', author: 'page', stack: '' })?.data).toBe('');
    expect(lastRow({ ...closing, reason: undefined })?.data).toBe('4000');
    expect(lastRow({ ...close, reason: '' })?.data).toBe('4000');
  });

  test('a constructor without any arguments', () => {
    const session = life({ ...construct, url: '', args: [], error: 'TypeError' });
    expect(session.sockets).toMatchObject([{ url: '', args: [], error: 'TypeError' }]);
  });

  test('by which interface, where it is not WebSocket', () => {
    expect(life({ ...construct, interface: 'WebSocketStream' }).sockets[0]?.interface).toBe(
      'WebSocketStream',
    );
    expect(life(construct).sockets[0]).not.toHaveProperty('interface');
  });
});

describe('a stack', () => {
  const name = fc.stringMatching(/^[a-z][\w.<>$]{0,8}$/);
  const place = fc.tuple(
    fc.constantFrom('https://a.example/x.js', 'webpack:///y.ts'),
    fc.nat(99),
    fc.nat(99),
  );
  const ours = fc.constantFrom('chrome-extension://id/hook.js:1:2', 'moz-extension://id/hook.js:3:4');
  const line = fc.oneof(
    fc.record({ name, at: place.map((parts) => parts.join(':')), kept: fc.constant(true) }),
    fc.record({ name, at: ours, kept: fc.constant(false) }),
  );

  test('keeps the frames of the page, in Chromium and in Firefox', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.boolean(), name, (lines, isChromium, heading) => {
        const written = lines.map(({ name, at }) =>
          isChromium ? `    at ${name} (${at})` : `${name}@${at}`,
        );
        const stack = [...(isChromium ? [`Error: ${heading}:1 x`] : []), ...written].join('\n');
        const frames = written.filter((_, index) => lines[index]?.kept).map((frame) => frame.trim());
        expect(lastRow({ ...send, stack })?.stack).toBe(frames.join('\n'));
      }),
    );
  });

  test('has frames without a name, too', () => {
    const stack = 'at https://a.example/x.js:10:20\n@https://a.example/x.js:3:4';
    expect(lastRow({ ...send, stack })?.stack).toBe(stack);
  });
});

describe('a socket', () => {
  test('of which nothing is known has nothing', () => {
    const session = new Session();
    const document = session.addDocument('page', 'https://a.example/', 5);
    expect(session.addSocket(document, 7, 10)).toStrictEqual({
      index: 0,
      document,
      id: 7,
      url: '',
      args: [],
      protocols: [],
      stack: '',
      protocol: '',
      extensions: '',
      created: 10,
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
  });

  test('that is open was closed by nobody', () => {
    expect(life(construct, open).sockets.map(closedBy)).toEqual([undefined]);
  });

  test('that was only out of sight is in the state that it had, and none that was closed is', () => {
    const seen = (...steps: [ReadyState, Cause][]) => {
      const session = new Session();
      const socket = session.addSocket(session.addDocument('page', '', 0), 1, 0);
      for (const [state, cause] of steps) enter(socket, state, 0, cause);
      seeAgain(socket);
      return [socket.state, ...socket.transitions.map(({ state }) => state)];
    };
    expect(seen()).toEqual(['connecting']);
    expect(seen(['closed', 'unseen'])).toEqual(['connecting']);
    expect(seen(['connecting', 'page'], ['open', 'server'], ['closed', 'unseen'])).toEqual([
      'open',
      'connecting',
      'open',
    ]);
    expect(seen(['open', 'server'], ['closed', 'log'])).toEqual(['closed', 'open', 'closed']);
    expect(seen(['open', 'server'])).toEqual(['open', 'open']);
  });

  test('of a document that went away was closed by that', () => {
    const session = life(construct, open);
    session.leave('document', ORIGIN + 100);
    expect(session.sockets.map(closedBy)).toEqual(['document']);
  });
});

test('a document began when its first batch says so', () => {
  const session = new Session();
  session.addDocument('document', '', 5);
  session.take('document', batch([event(1, construct)], ORIGIN));
  session.take('document', batch([event(2, open)], ORIGIN + 1000));
  expect(session.documents.map(({ origin }) => origin)).toEqual([ORIGIN]);
});
