import { innerWindow } from '../frames.ts';
import { kind, outcome } from '../print.ts';
import type { Probes } from '../probe.ts';
import { classOf, url } from './class-of.ts';

const through = (newTarget: unknown) =>
  classOf(() => Reflect.construct(WebSocket, [url()], newTarget as never));

/** How a socket can be made, and as what. */
export const formProbes: Probes = {
  'the constructor called without new throws': () =>
    outcome(() => (WebSocket as unknown as (url: string) => unknown)(url())),
  'the constructor applied to an object throws': () =>
    outcome(() => Reflect.apply(WebSocket as never, Object.create(WebSocket.prototype), [url()])),
  'new, Reflect.construct and a bound constructor make the same': () => [
    classOf(() => new WebSocket(url())),
    classOf(() => Reflect.construct(WebSocket, [url()])),
    classOf(() => new (WebSocket.bind(null, url()))()),
    classOf(() => new (WebSocket.prototype.constructor as typeof WebSocket)(url())),
  ],
  'Reflect.construct takes the prototype of another newTarget': () => [
    through(class Other {}),
    through(Function('this.old = 1')),
    through(Map),
    through(EventTarget),
  ],
  'Reflect.construct refuses a newTarget that is no constructor': () => [
    through(() => 1),
    through({}),
    through(undefined),
    through(null),
    through(Math.max),
    through({ method: () => 1 }.method),
  ],
  'a newTarget without a prototype falls back to its realm': () => {
    const bare = Object.assign(Function(), { prototype: null });
    const inner = innerWindow();
    const foreign = new inner.Function();
    foreign.prototype = 1;
    const socket = Reflect.construct(WebSocket, [url()], foreign) as WebSocket;
    WebSocket.prototype.close.call(socket);
    return [through(bare), Object.getPrototypeOf(socket) === inner.WebSocket.prototype];
  },
  'a newTarget that is a proxy is asked for its prototype, once, before the arguments': () => {
    const log: string[] = [];
    const handler = new Proxy({}, { get: (_, trap) => void log.push(`trap ${String(trap)}`) });
    const target = new Proxy(WebSocket, handler);
    const first = { toString: () => log.push('url') && url() };
    return [classOf(() => Reflect.construct(WebSocket, [first], target)), log];
  },
  'a newTarget whose prototype throws throws just that': () => {
    const target = new Proxy(class {}, {
      get: () => {
        throw new RangeError('prototype');
      },
    });
    return through(target);
  },
  'WebSocket as newTarget of other constructors': () => {
    const made = [Object, Map, EventTarget, Array].map((other) => Reflect.construct(other, [], WebSocket));
    return made.map((object) => [kind(object), Object.getPrototypeOf(object) === WebSocket.prototype]);
  },
  'an object made from its prototype is no socket': () => {
    const fake = Object.create(WebSocket.prototype) as WebSocket;
    return [
      kind(fake),
      fake instanceof WebSocket,
      outcome(() => fake.send('x')),
      outcome(() => fake.close()),
      outcome(() => fake.url),
      outcome(() => fake.addEventListener('open', () => undefined)),
    ];
  },
  'a constructor that throws makes nothing, and the next one works': async () => {
    const first = outcome(() => new WebSocket('not a url: '));
    const second = new WebSocket(url());
    const state = second.readyState;
    second.close();
    return [first, state];
  },
};
