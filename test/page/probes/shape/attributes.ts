import { kind, outcome } from '../print.ts';
import type { Probes } from '../probe.ts';

const loosely = (object: object, key: string, value: unknown) =>
  outcome(() => {
    (object as Record<string, unknown>)[key] = value;
    return 'no error';
  });

const setStrictly = new Function('object', 'key', 'value', '"use strict"; object[key] = value;') as (
  object: object,
  key: string,
  value: unknown,
) => void;

/**
 * What an assignment in strict code throws, by its class. Its words are V8's, which calls a socket `#<WebSocket>` only where
 * `constructor` is a plain function and no proxy of one.
 */
function strictly(object: object, key: string, value: unknown): string {
  try {
    setStrictly(object, key, value);
    return 'no error';
  } catch (error) {
    return error instanceof TypeError ? 'TypeError' : String(error);
  }
}

/** Constants, getters and setters. */
export const attributeProbes: Probes = {
  'constants are what they are, and stay': (url) => {
    const socket = new WebSocket(url);
    socket.close();
    return ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'].map((name) => [
      Reflect.get(WebSocket, name),
      Reflect.get(socket, name),
      loosely(WebSocket, name, 9),
      loosely(WebSocket.prototype, name, 9),
      loosely(socket, name, 9),
      Reflect.deleteProperty(WebSocket, name),
    ]);
  },
  'read-only attributes cannot be set': (url) => {
    const socket = new WebSocket(url);
    socket.close();
    const names = ['url', 'readyState', 'bufferedAmount', 'protocol', 'extensions', 'prototype'];
    return names.map((name) => [loosely(socket, name, 'x'), typeof Reflect.get(socket, name)]);
  },
  'the prototype property of the constructor cannot be changed': () => [
    loosely(WebSocket, 'prototype', {}),
    Reflect.defineProperty(WebSocket, 'prototype', { value: {} }),
    Reflect.deleteProperty(WebSocket, 'prototype'),
  ],
  'what cannot be set throws in strict code': (url) => {
    const socket = new WebSocket(url);
    socket.close();
    const { prototype } = WebSocket;
    const onConstructor = ['OPEN', 'prototype', 'name', 'length'];
    const onMethods = ['name', 'length', 'prototype'];
    const onSockets = [
      'OPEN',
      'url',
      'readyState',
      'bufferedAmount',
      'protocol',
      'extensions',
      'send',
      'onopen',
    ];
    return [
      onConstructor.map((name) => strictly(WebSocket, name, 'x')),
      onMethods.map((name) => [strictly(prototype.send, name, 'x'), strictly(prototype.close, name, 'x')]),
      onSockets.map((name) => [strictly(socket, name, 'x'), strictly(prototype, name, 'x')]),
    ];
  },
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
