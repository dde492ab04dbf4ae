import type { Probes } from '../probe.ts';
import { calledAfter } from './exercise.ts';
import { hookNames } from './hook-names.ts';
import { Log, spyOn, spyOnAll, trap } from './spy.ts';

/** Prototypes of the language that a page poisons. */
export const prototypeProbes: Probes = {
  'Array.prototype is poisoned': (url) => calledAfter(url, (log) => spyOnAll(log, Array.prototype, 'Array')),
  'Array.prototype has setters at indices': (url) =>
    calledAfter(url, (log) => trap(log, Array.prototype, ['0', '1', '2', '3', '4', '5'])),
  'Object.prototype is poisoned': async (url) => {
    const names = await hookNames();
    return calledAfter(url, (log) => {
      spyOnAll(log, Object.prototype, 'Object', ['__proto__']);
      trap(log, Object.prototype, names);
    });
  },
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
  'a list of protocols with getters, while Object.prototype is poisoned': async (url) => {
    const names = await hookNames();
    const log = new Log();
    const protocols = ['a', 'b'];
    Object.defineProperty(protocols, 1, { get: () => log.note('second', 'c') });
    trap(log, Object.prototype, names);
    const socket = new WebSocket(url, protocols);
    socket.close();
    return log.text;
  },
};
