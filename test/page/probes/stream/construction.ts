import { outcome } from '../print.ts';
import { noted } from '../probe.ts';
import {
  construct,
  constructing,
  forget,
  type SocketStream,
  settled,
  streamConstructor,
  whereStreamsAre,
} from './streams.ts';

/** How a WebSocketStream is made. */
export const streamConstructionProbes = whereStreamsAre({
  'URLs that cannot be parsed, or have another scheme, throw': () =>
    [[], ['mailto:a'], ['ws://a b c:99999/'], ['#x'], [Symbol('url')], [Object.create(null)]].map((args) =>
      constructing(...args),
    ),
  'relative URLs are resolved, http becomes ws': (url) =>
    ['/x', 'y?z', url.replace('ws:', 'http:'), new URL(url), `${url}/é`].map((each) => constructing(each)),
  'options that are none throw': (url) =>
    [true, 5, 'x', null, undefined, [], { protocols: 'one' }, { protocols: ['a b'] }, { signal: {} }].map(
      (options) => constructing(url, options),
    ),
  'arguments are converted once, in order': (url) => {
    const log: string[] = [];
    const options = Object.defineProperties(
      {},
      Object.fromEntries(
        ['protocols', 'signal', 'other'].map((name) => [name, { get: () => noted(log, name, undefined) }]),
      ),
    );
    return [constructing({ toString: () => noted(log, 'url', url) }, options), log];
  },
  'calling it without new throws': (url) => {
    const call = streamConstructor() as unknown as (url: string) => unknown;
    return [outcome(() => call(url)), outcome(() => call.call({}, url))];
  },
  'a subclass sees itself as new.target': (url) => {
    const Stream = streamConstructor() as NonNullable<ReturnType<typeof streamConstructor>>;
    let target: unknown;
    class Chat extends Stream {
      constructor() {
        super(url);
        target = new.target;
      }
    }
    const chat = new Chat();
    forget(chat);
    chat.close();
    return [target === Chat, chat instanceof Chat, chat instanceof Stream, Reflect.ownKeys(chat)];
  },
  'Reflect.construct takes the prototype of another newTarget': (url) => {
    const Stream = streamConstructor() as NonNullable<ReturnType<typeof streamConstructor>>;
    const stream = Reflect.construct(Stream, [url], Array) as SocketStream;
    return Object.getPrototypeOf(stream) === Array.prototype;
  },
  'a signal that was aborted prevents the connection': async (url) => {
    const stream = construct(url, { signal: AbortSignal.abort('away') });
    return Promise.all([settled(stream.opened), settled(stream.closed)]);
  },
  'a signal aborts the handshake': async (url) => {
    const controller = new AbortController();
    const stream = construct(`${url}/?slow=5000`, { signal: controller.signal });
    controller.abort();
    return Promise.all([settled(stream.opened), settled(stream.closed)]);
  },
  'a signal that is aborted later does nothing': async (url) => {
    const controller = new AbortController();
    const stream = construct(`${url}/?greet=hi`, { signal: controller.signal });
    const { readable } = await stream.opened;
    controller.abort();
    return readable.getReader().read();
  },
});
