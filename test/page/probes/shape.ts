import { descriptors, face, kind, opened, outcome, type Probes } from './probe.ts';

const strictly = (object: object, key: string, value: unknown) =>
  outcome(() => {
    (object as Record<string, unknown>)[key] = value;
    return 'no error';
  });

/** What reflection shows of the constructor, its prototype and a socket. */
export const shapeProbes: Probes = {
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
    ]),
  'extensibility is alike': () =>
    [WebSocket, WebSocket.prototype, WebSocket.prototype.send].map((each) => [
      Object.isExtensible(each),
      Object.isSealed(each),
      Object.isFrozen(each),
    ]),
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
  'methods are no constructors, and have no prototype': () =>
    [WebSocket.prototype.send, WebSocket.prototype.close].map((method) => [
      'prototype' in method,
      (outcome(() => Reflect.construct(Object, [], method)) as { throws: { name: string } }).throws.name,
      outcome(() => ({}) instanceof (method as never)),
    ]),
  'what a page adds to constructor and prototype stays': async (url) => {
    Object.assign(WebSocket, { extra: 1 });
    Object.assign(WebSocket.prototype, { shout: () => 'HEY' });
    const socket = await opened(url);
    const seen = [
      Reflect.get(WebSocket, 'extra'),
      Reflect.get(socket, 'shout')(),
      Reflect.ownKeys(WebSocket),
    ];
    socket.close();
    return [seen, Object.keys(WebSocket.prototype)];
  },
  'what a page adds to a socket stays': (url) => {
    const socket = Object.assign(new WebSocket(url), { nick: 'me', [Symbol.for('s')]: 1 });
    socket.close();
    return [
      Reflect.ownKeys(socket).map(String),
      JSON.stringify(socket),
      Object.isFrozen(Object.freeze(socket)),
    ];
  },
  'the prototypes of constructor and socket can be exchanged': (url) => {
    const socket = new WebSocket(url);
    const { close } = socket;
    Object.setPrototypeOf(socket, null);
    Object.setPrototypeOf(WebSocket, Function.prototype);
    close.call(socket);
    const other = new WebSocket(url);
    other.close();
    return [kind(socket), kind(other), Object.getPrototypeOf(WebSocket) === Function.prototype];
  },
  'instanceof works by prototypes, and by Symbol.hasInstance': (url) => {
    const socket = new WebSocket(url);
    socket.close();
    const before = [socket instanceof WebSocket, socket instanceof EventTarget, {} instanceof WebSocket];
    Object.defineProperty(WebSocket, Symbol.hasInstance, {
      value: (value: unknown) => value instanceof Number,
    });
    return [before, socket instanceof WebSocket, Object(7) instanceof WebSocket];
  },
  'a socket cannot be cloned or sent': (url) => {
    const socket = new WebSocket(url);
    socket.close();
    return [
      outcome(() => structuredClone(socket)),
      outcome(() => structuredClone({ deep: [socket] })),
      outcome(() => new MessageChannel().port1.postMessage(socket)),
      outcome(() => history.pushState(socket, '')),
    ];
  },
};
