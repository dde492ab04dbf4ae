import { innerWindow } from '../frames.ts';
import { descriptors, face, outcome } from '../print.ts';
import { construct, streamConstructor, whereStreamsAre } from './streams.ts';

const own = () =>
  streamConstructor() as unknown as { readonly prototype: object } & ((...args: unknown[]) => unknown);

/** What reflection shows of WebSocketStream. */
export const streamShapeProbes = whereStreamsAre({
  'constructor and prototype own the same properties, in the same order': () => [
    face(own()),
    descriptors(own()),
    descriptors(own().prototype),
    Reflect.getOwnPropertyDescriptor(window, 'WebSocketStream')?.enumerable,
    Object.getPrototypeOf(own()) === Function.prototype,
    Object.getPrototypeOf(own().prototype) === Object.prototype,
    Reflect.get(own().prototype, 'constructor') === own(),
  ],
  'getters and methods refuse an object of another kind': () =>
    Promise.all(
      Object.entries(Object.getOwnPropertyDescriptors(own().prototype)).map(
        async ([name, { get, value }]) => {
          const called: unknown = get ?? (name === 'constructor' ? undefined : value);
          if (typeof called !== 'function') return [name];
          const said = outcome(() => called.call({}) as unknown) as { readonly gives?: Promise<unknown> };
          return [name, said.gives instanceof Promise ? await said.gives.catch((error) => `${error}`) : said];
        },
      ),
    ),
  'a stream prints and serialises alike': (url) => {
    const stream = construct(url);
    stream.close();
    return [String(stream), JSON.stringify(stream), { ...stream }, outcome(() => structuredClone(stream))];
  },
  'functions print as native code, in another realm, too': () => {
    const print = innerWindow().Function.prototype.toString;
    return [own(), Reflect.get(own().prototype, 'close')].map((each) => [String(each), print.call(each)]);
  },
});
