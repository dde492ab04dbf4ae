import { kind, outcome } from '../print.ts';
import { construct, settled, streamConstructor, whereStreamsAre } from './streams.ts';

/** What a WebSocketStream says of its life, and how it ends. */
export const streamLifeProbes = whereStreamsAre({
  'an open one gives two streams and what was agreed': async (url) => {
    const stream = construct(url, { protocols: ['one', 'two'] });
    const info = await stream.opened;
    stream.close();
    return [
      Object.keys(info),
      kind(info.readable),
      kind(info.writable),
      info.protocol,
      info.extensions,
      [info.readable, info.writable].map((each) => [Reflect.ownKeys(each), each.locked]),
      Object.getPrototypeOf(info) === Object.prototype,
    ];
  },
  'its promises are the same each time, and of this realm': (url) => {
    const stream = construct(url);
    const { opened, closed } = stream;
    stream.close();
    return [
      stream.opened === opened,
      stream.closed === closed,
      Object.getPrototypeOf(opened) === Promise.prototype,
      Reflect.ownKeys(stream),
    ];
  },
  'code and reason reach the other side and come back': (url) =>
    Promise.all(
      [[], [{}], [{ reason: '' }], [{ reason: 'why' }], [{ closeCode: 3456, reason: 'é' }]].map(
        async (args) => {
          const stream = construct(url);
          await stream.opened;
          return [outcome(() => stream.close(...args)), await settled(stream.closed)];
        },
      ),
    ),
  'codes and reasons that are none throw, and leave it open': async (url) => {
    const stream = construct(`${url}/?echo`);
    const { readable, writable } = await stream.opened;
    const refused = [true, { closeCode: 999 }, { closeCode: 1001 }, { reason: 'x'.repeat(124) }].map((info) =>
      outcome(() => stream.close(info)),
    );
    void writable.getWriter().write('still here');
    const said = await readable.getReader().read();
    stream.close();
    return [refused, said];
  },
  'closing before it is open rejects both promises': async (url) => {
    const stream = construct(url);
    stream.close();
    return Promise.all([settled(stream.opened), settled(stream.closed)]);
  },
  'a handshake that is refused rejects both promises': async (url) => {
    const stream = construct(`${url}/?reject=403`);
    return Promise.all([settled(stream.opened), settled(stream.closed)]);
  },
  'promises that nobody waits for are reported alike': async (url) => {
    const log: unknown[] = [];
    const report = (event: PromiseRejectionEvent) => {
      event.preventDefault();
      log.push(`${event.reason}`);
    };
    addEventListener('unhandledrejection', report);
    const Stream = streamConstructor() as NonNullable<ReturnType<typeof streamConstructor>>;
    const refused = new Stream(`${url}/?reject=403`);
    const cut = new Stream(`${url}/?after=1&drop`);
    const { readable, writable } = await cut.opened;
    readable
      .getReader()
      .read()
      .catch(() => undefined);
    void writable.getWriter().write('now');
    await Promise.all([settled(refused.closed), settled(cut.closed)]);
    await new Promise((resolve) => setTimeout(resolve));
    removeEventListener('unhandledrejection', report);
    return log;
  },
  'the server closes it': async (url) => {
    const stream = construct(`${url}/?greet=hi&close=4000,bye`);
    const reader = (await stream.opened).readable.getReader();
    return [await reader.read(), await reader.read(), await settled(stream.closed)];
  },
  'the connection is cut': async (url) => {
    const stream = construct(`${url}/?after=1&drop`);
    const { readable, writable } = await stream.opened;
    const writer = writable.getWriter();
    void writer.write('now').catch(() => undefined);
    const ends = [readable.getReader().read(), writer.closed, stream.closed];
    return Promise.all(ends.map(settled));
  },
  'closing the writable, aborting it, or cancelling the readable closes it': (url) =>
    Promise.all(
      ['close', 'abort', 'cancel'].map(async (how) => {
        const stream = construct(url);
        const { readable, writable } = await stream.opened;
        if (how === 'close') void writable.getWriter().close();
        if (how === 'abort') void writable.abort('why');
        if (how === 'cancel') void readable.cancel('why');
        return [how, await settled(stream.closed)];
      }),
    ),
  'closing it while its streams are locked': async (url) => {
    const stream = construct(url);
    const { readable, writable } = await stream.opened;
    const [reader, writer] = [readable.getReader(), writable.getWriter()];
    const waiting = reader.read();
    stream.close();
    return Promise.all([settled(waiting), settled(writer.closed), settled(stream.closed)]);
  },
});
