import type { Probes } from '../probe.ts';
import { calledAfter, exercise } from './exercise.ts';
import { spyOnAll } from './spy.ts';

/** Prototypes of the platform that a page poisons. */
export const platformProbes: Probes = {
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
  'WebSocket.prototype is poisoned': (url) =>
    calledAfter(url, (log) => spyOnAll(log, WebSocket.prototype, 'WebSocket')),
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
};
