import type { Probes } from './probe.ts';
import { exercise, Log, spyOn, spyOnAll, trap } from './spy.ts';

/** What is called while a socket is used, after a function has poisoned what is built in. */
async function calledAfter(url: string, poison: (log: Log) => void): Promise<string[]> {
  const log = new Log();
  poison(log);
  const heard = await exercise(url);
  return [heard, log.text];
}

const words =
  'get set apply construct value writable enumerable configurable toJSON then detail bubbles cancelable once capture signal ' +
  'passive data origin type stack message prepareStackTrace stackTraceLimit error url args protocols reader text base64 ' +
  'event command id socket n t form size part author blob priority delay ports relatedTarget 0 1 2';
const names = words.split(' ');

/** Prototypes that were poisoned before a socket is used: none of it is called more often than by the browser. */
export const poisonProbes: Probes = {
  'Array.prototype is poisoned': (url) => calledAfter(url, (log) => spyOnAll(log, Array.prototype, 'Array')),
  'Array.prototype has setters at indices': (url) =>
    calledAfter(url, (log) => trap(log, Array.prototype, ['0', '1', '2', '3', '4', '5'])),
  'Object.prototype is poisoned': (url) =>
    calledAfter(url, (log) => {
      spyOnAll(log, Object.prototype, 'Object', ['__proto__']);
      trap(log, Object.prototype, names);
    }),
  'Object.prototype.__proto__ is poisoned': (url) =>
    calledAfter(url, (log) => spyOn(log, Object.prototype, '__proto__', 'Object.__proto__')),
  'Object.prototype has enumerable getters': (url) =>
    calledAfter(url, (log) => {
      const get = () => log.note('read');
      Object.defineProperty(Object.prototype, 'enumerated', { get, enumerable: true });
    }),
  'Function.prototype is poisoned': (url) =>
    calledAfter(url, (log) => spyOnAll(log, Function.prototype, 'Function')),
  'Promise is poisoned': (url) =>
    calledAfter(url, (log) => {
      spyOnAll(log, Promise.prototype, 'Promise');
      spyOnAll(log, Promise, 'Promise');
      const kept = Promise;
      const get = () => log.note('reads constructor', kept);
      Object.defineProperty(Promise.prototype, 'constructor', { get });
    }),
  'maps, sets and weak maps are poisoned': (url) =>
    calledAfter(url, (log) => {
      for (const each of [Map, Set, WeakMap, WeakSet, WeakRef]) spyOnAll(log, each.prototype, each.name);
    }),
  'buffers and views are poisoned': (url) =>
    calledAfter(url, (log) => {
      const views = Object.getPrototypeOf(Uint8Array) as typeof Uint8Array;
      for (const each of [ArrayBuffer, views, Uint8Array, DataView]) {
        spyOnAll(log, each, each.name);
        spyOnAll(log, each.prototype, each.name);
      }
    }),
  'Blob and File are poisoned': (url) =>
    calledAfter(url, (log) => {
      for (const each of [Blob, File, FileReader, Response]) spyOnAll(log, each.prototype, each.name);
    }),
  'EventTarget and events are poisoned': (url) =>
    calledAfter(url, (log) => {
      for (const each of [EventTarget, Event, MessageEvent, CloseEvent, CustomEvent, FocusEvent])
        spyOnAll(log, each.prototype, each.name, ['data', 'code']);
    }),
  'event constructors are poisoned': (url) =>
    calledAfter(url, (log) => {
      for (const name of ['Event', 'MessageEvent', 'CustomEvent', 'FocusEvent', 'CloseEvent'])
        spyOn(log, window, name, name);
    }),
  'WebSocket.prototype is poisoned': (url) =>
    calledAfter(url, (log) => spyOnAll(log, WebSocket.prototype, 'WebSocket')),
  'strings, numbers and symbols are poisoned': (url) =>
    calledAfter(url, (log) => {
      for (const each of [String, Number, Symbol, Boolean, BigInt]) spyOnAll(log, each.prototype, each.name);
    }),
  'iterators are poisoned': (url) =>
    calledAfter(url, (log) => {
      const iterator = Object.getPrototypeOf([][Symbol.iterator]()) as object;
      spyOnAll(log, iterator, 'ArrayIterator');
      spyOnAll(log, Object.getPrototypeOf(iterator) as object, 'Iterator');
    }),
  'JSON, Reflect, Math, Object and Array are poisoned': (url) =>
    calledAfter(url, (log) => {
      for (const [name, each] of Object.entries({
        JSON,
        Reflect,
        Math,
        Object,
        Array,
        ArrayBuffer,
        Symbol,
        Number,
      }))
        spyOnAll(log, each, name);
    }),
  'Proxy, WeakMap, Error and other constructors are poisoned': (url) =>
    calledAfter(url, (log) => {
      for (const name of [
        'Proxy',
        'WeakMap',
        'Map',
        'Error',
        'TypeError',
        'Uint8Array',
        'Promise',
        'Blob',
        'FileReader',
        'URL',
      ])
        spyOn(log, window, name, name);
    }),
  'timers and clocks are poisoned': (url) =>
    calledAfter(url, (log) => {
      for (const name of [
        'setTimeout',
        'clearTimeout',
        'setInterval',
        'queueMicrotask',
        'postMessage',
        'structuredClone',
        'Date',
      ])
        spyOn(log, window, name, name);
      spyOnAll(log, Performance.prototype, 'Performance');
      spyOnAll(log, Scheduler(), 'Scheduler');
      spyOn(log, Date, 'now', 'Date.now');
    }),
  'Error.prepareStackTrace is asked by nobody': (url) =>
    calledAfter(url, (log) => Object.assign(Error, { prepareStackTrace: () => log.note('formats') })),
  'Error.prepareStackTrace is asked by nobody, wherever it is inherited from': (url) =>
    calledAfter(url, (log) => {
      const prepareStackTrace = () => log.note('formats');
      Object.defineProperty(Object.prototype, 'prepareStackTrace', {
        value: prepareStackTrace,
        configurable: true,
      });
    }),
  'Error.stackTraceLimit is left alone': async (url) => {
    const limits = [];
    for (const limit of [undefined, 0, 3, 'none']) {
      Object.assign(Error, { stackTraceLimit: limit });
      limits.push(await exercise(url), Reflect.get(Error, 'stackTraceLimit'));
    }
    Reflect.deleteProperty(Error, 'stackTraceLimit');
    return [limits, await exercise(url), 'stackTraceLimit' in Error];
  },
  'Error.captureStackTrace and Error.prototype are poisoned': (url) =>
    calledAfter(url, (log) => {
      spyOnAll(log, Error, 'Error');
      spyOnAll(log, Error.prototype, 'Error');
      spyOnAll(log, DOMException.prototype, 'DOMException');
    }),
  'errors are thrown alike while everything is poisoned': (url) => {
    const log = new Log();
    for (const each of [Array, Object, Function, Error, DOMException, String])
      for (const key of ['toString', 'valueOf', 'call', 'apply', 'name', 'message', 'stack', 'push'])
        if (key in each.prototype) spyOn(log, each.prototype, key, `${each.name}.${key}`);
    trap(log, Object.prototype, names);
    let seen = '';
    for (let i = 0; i < 3; i++)
      try {
        if (i === 0) new WebSocket('mailto:a');
        if (i === 1) new WebSocket(url, { toString: () => '', [Symbol.iterator]: 1 } as never);
        if (i === 2) new WebSocket(url).send({ toString: () => ({}) } as never);
      } catch {
        seen += `${i} `;
      }
    return [seen, log.text];
  },
  'a list of protocols with getters, while Object.prototype is poisoned': (url) => {
    const log = new Log();
    const protocols = ['a', 'b'];
    Object.defineProperty(protocols, 1, { get: () => log.note('second', 'c') });
    trap(log, Object.prototype, names);
    const socket = new WebSocket(url, protocols);
    socket.close();
    return log.text;
  },
  'prototypes are replaced by ones that throw': async (url) => {
    const raise = () => {
      throw new Error('poisoned');
    };
    for (const each of [Array, Promise, WeakMap, Map, ArrayBuffer, Blob, Event, EventTarget])
      for (const key of Reflect.ownKeys(each.prototype)) {
        const { configurable, value } = Reflect.getOwnPropertyDescriptor(each.prototype, key) ?? {};
        if (configurable && key !== Symbol.iterator && key !== 'constructor' && typeof value === 'function')
          Object.defineProperty(each.prototype, key, { value: raise });
      }
    const heard = await exercise(url);
    return heard;
  },
  'all globals are deleted': async (url) => {
    const { deleteProperty: remove } = Reflect;
    const left: unknown[] = [];
    for (const key of Reflect.ownKeys(window)) if (key !== 'WebSocket' && remove(window, key)) left.push(key);
    return [left.length, await exercise(url)];
  },
};

/** The prototype of the scheduler, where the browser has one. */
function Scheduler(): object {
  return 'scheduler' in window ? (Object.getPrototypeOf(window.scheduler) as object) : {};
}
