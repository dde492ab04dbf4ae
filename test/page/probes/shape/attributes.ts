import { kind, outcome } from '../print.ts';
import type { Probes } from '../probe.ts';

const strictly = (object: object, key: string, value: unknown) =>
  outcome(() => {
    (object as Record<string, unknown>)[key] = value;
    return 'no error';
  });

/** Constants, getters and setters. */
export const attributeProbes: Probes = {
  'constants are what they are, and stay': (url) => {
    const socket = new WebSocket(url);
    socket.close();
    return ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'].map((name) => [
      Reflect.get(WebSocket, name),
      Reflect.get(socket, name),
      strictly(WebSocket, name, 9),
      strictly(WebSocket.prototype, name, 9),
      strictly(socket, name, 9),
      Reflect.deleteProperty(WebSocket, name),
    ]);
  },
  'read-only attributes cannot be set': (url) => {
    const socket = new WebSocket(url);
    socket.close();
    const names = ['url', 'readyState', 'bufferedAmount', 'protocol', 'extensions', 'prototype'];
    return names.map((name) => [strictly(socket, name, 'x'), typeof Reflect.get(socket, name)]);
  },
  'the prototype property of the constructor cannot be changed': () => [
    strictly(WebSocket, 'prototype', {}),
    Reflect.defineProperty(WebSocket, 'prototype', { value: {} }),
    Reflect.deleteProperty(WebSocket, 'prototype'),
  ],
  'getters on the prototype itself throw': () =>
    Object.keys(WebSocket.prototype).map((name) => [
      name,
      outcome(() => kind(Reflect.get(WebSocket.prototype, name))),
    ]),
  'getters, setters and methods refuse an object of another kind': () =>
    Object.entries(Object.getOwnPropertyDescriptors(WebSocket.prototype)).map(
      ([name, { get, set, value }]) => [
        name,
        [{}, null, undefined, document, 'text'].map((self) => [
          get && outcome(() => typeof get.call(self)),
          set && outcome(() => set.call(self, 'blob')),
          typeof value === 'function' && name !== 'constructor' && outcome(() => value.call(self, 'x')),
        ]),
      ],
    ),
  'setters without an argument throw': (url) => {
    const socket = new WebSocket(url);
    socket.close();
    return ['binaryType', 'onopen'].map((name) => {
      const set = Reflect.getOwnPropertyDescriptor(WebSocket.prototype, name)?.set as () => void;
      return outcome(() => set.call(socket));
    });
  },
};
