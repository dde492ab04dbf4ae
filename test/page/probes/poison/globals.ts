import type { Probes } from '../probe.ts';
import { calledAfter, exercise } from './exercise.ts';
import { spyOn, spyOnAll } from './spy.ts';

/** Globals that a page replaces or deletes. */
export const globalProbes: Probes = {
  'event constructors are poisoned': (url) =>
    calledAfter(url, (log) => {
      for (const name of ['Event', 'MessageEvent', 'CustomEvent', 'FocusEvent', 'CloseEvent'])
        spyOn(log, window, name, name);
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
