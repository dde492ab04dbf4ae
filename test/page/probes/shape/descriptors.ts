import { descriptors, face, kind, outcome } from '../print.ts';
import type { Probes } from '../probe.ts';
import { opened } from '../sockets.ts';

/** What reflection shows of the constructor, its prototype and a socket. */
export const descriptorProbes: Probes = {
  'the property of window is described alike': () => {
    const { value, ...flags } = Reflect.getOwnPropertyDescriptor(window, 'WebSocket') as PropertyDescriptor;
    return [flags, face(value), value === WebSocket];
  },
  'the constructor owns the same properties, in the same order': () => descriptors(WebSocket),
  'the prototype owns the same properties, in the same order': () => descriptors(WebSocket.prototype),
  'the prototype enumerates the same properties': () => {
    const names: string[] = [];
    for (const name in WebSocket.prototype) names.push(name);
    return [names, Object.keys(WebSocket.prototype), Object.keys(WebSocket)];
  },
  'a socket owns nothing, and enumerates what its prototypes have': async (url) => {
    const socket = await opened(url);
    const names: string[] = [];
    for (const name in socket) names.push(name);
    socket.close();
    return [
      names,
      Reflect.ownKeys(socket),
      Object.getOwnPropertySymbols(socket),
      Object.isExtensible(socket),
    ];
  },
  'a socket prints and serialises alike': (url) => {
    const socket = new WebSocket(url);
    socket.close();
    return [
      kind(socket),
      String(socket),
      JSON.stringify(socket),
      { ...socket },
      Object.entries(socket),
      typeof socket,
    ];
  },
  'the constructor is a function among functions': () => [
    typeof WebSocket,
    kind(WebSocket),
    WebSocket instanceof Function,
    Object.getPrototypeOf(WebSocket) === EventTarget,
    WebSocket.prototype.constructor === WebSocket,
    Object.getPrototypeOf(WebSocket.prototype) === EventTarget.prototype,
    WebSocket === window.WebSocket && WebSocket === globalThis.WebSocket,
    Object.hasOwn(WebSocket, 'caller') || Object.hasOwn(WebSocket, 'arguments'),
  ],
  'caller and arguments of the functions answer alike': () =>
    [WebSocket, WebSocket.prototype.send, WebSocket.prototype.close].map((each) => [
      outcome(() => each.caller),
      outcome(() => (each as unknown as { arguments: unknown }).arguments),
      outcome(() => Reflect.set(each, 'caller', 1)),
      outcome(() => Reflect.set(each, 'arguments', 1)),
    ]),
  'extensibility is alike': () =>
    [WebSocket, WebSocket.prototype, WebSocket.prototype.send].map((each) => [
      Object.isExtensible(each),
      Object.isSealed(each),
      Object.isFrozen(each),
    ]),
  'no function can be made its own ancestor': () =>
    [WebSocket, WebSocket.prototype.send, Function.prototype.toString].map((each) => {
      const before: unknown = Object.getPrototypeOf(each);
      const heir: object = Object.create(each);
      const answers = [
        Reflect.setPrototypeOf(each, each),
        Reflect.setPrototypeOf(each, heir),
        Reflect.setPrototypeOf(each, Object.create(heir)),
        (outcome(() => Object.setPrototypeOf(each, heir)) as { throws?: { name: string } }).throws?.name,
        Object.getPrototypeOf(each) === before,
      ];
      const other = { own: 1 };
      Reflect.setPrototypeOf(each, other);
      answers.push(Object.getPrototypeOf(each) === other, Reflect.get(each, 'own') === 1);
      Reflect.setPrototypeOf(each, null);
      answers.push(Object.getPrototypeOf(each) === null);
      Reflect.setPrototypeOf(each, before as object);
      return answers;
    }),
  'methods are no constructors, and have no prototype': () =>
    [WebSocket.prototype.send, WebSocket.prototype.close].map((method) => [
      'prototype' in method,
      (outcome(() => Reflect.construct(Object, [], method)) as { throws: { name: string } }).throws.name,
      outcome(() => ({}) instanceof (method as never)),
    ]),
};
