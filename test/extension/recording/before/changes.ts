/**
 * What other extensions do to WebSocket before us, by name. Each runs in the page, as the first script of its document, and
 * may use nothing around it.
 */
const through: Readonly<Record<string, () => void>> = {
  'nothing at all': () => undefined,
  'an accessor with a setter': () => {
    let current = WebSocket;
    Object.defineProperty(window, 'WebSocket', {
      configurable: true,
      get: () => current,
      set: (value) => {
        current = value;
      },
    });
  },
  'an accessor without a setter': () => {
    const native = WebSocket;
    Object.defineProperty(window, 'WebSocket', { configurable: true, get: () => native });
  },
  'an accessor that is locked, with a setter': () => {
    let current = WebSocket;
    Object.defineProperty(window, 'WebSocket', {
      configurable: false,
      get: () => current,
      set: (value) => {
        current = value;
      },
    });
  },
  'an accessor that is locked, with a getter alone': () => {
    const native = WebSocket;
    Object.defineProperty(window, 'WebSocket', { configurable: false, get: () => native });
  },
  'a getter that makes a class each time': () => {
    const native = WebSocket;
    Object.defineProperty(window, 'WebSocket', {
      configurable: true,
      get: () => class WebSocket extends native {},
    });
  },
  'a class that cannot be written': () => {
    Object.defineProperty(window, 'WebSocket', { value: WebSocket, writable: false });
  },
  'a class that is locked': () => {
    Object.defineProperty(window, 'WebSocket', { value: WebSocket, writable: false, configurable: false });
  },
  'a proxy': () => {
    window.WebSocket = new Proxy(WebSocket, { construct: (target, args) => Reflect.construct(target, args) });
  },
  'a subclass that wants to be called by itself': () => {
    window.WebSocket = class Own extends WebSocket {
      constructor(url: string | URL) {
        if (new.target !== Own) throw new TypeError('not called by itself');
        super(url);
      }
      override send(data: string) {
        super.send(data);
      }
    };
  },
  'a function with the prototype of the class': () => {
    const native = WebSocket;
    const own = (url: string) => new native(url);
    function Own(url: string) {
      return own(url);
    }
    Own.prototype = native.prototype;
    window.WebSocket = Own as never;
  },
  'a class around the native one': () => {
    const native = WebSocket;
    window.WebSocket = class WebSocket extends EventTarget {
      readonly #socket: globalThis.WebSocket;
      onopen?: (event: Event) => void;
      onmessage?: (event: MessageEvent) => void;
      constructor(url: string) {
        super();
        this.#socket = new native(url);
        this.#socket.onopen = () => {
          this.dispatchEvent(new Event('open'));
          this.onopen?.(new Event('open'));
        };
        this.#socket.onmessage = ({ data }) => {
          const event = new MessageEvent('message', { data });
          this.dispatchEvent(event);
          this.onmessage?.(event);
        };
      }
      get url() {
        return this.#socket.url;
      }
      get readyState() {
        return this.#socket.readyState;
      }
      get bufferedAmount() {
        return this.#socket.bufferedAmount;
      }
      get protocol() {
        return this.#socket.protocol;
      }
      get extensions() {
        return this.#socket.extensions;
      }
      get binaryType() {
        return this.#socket.binaryType;
      }
      set binaryType(value) {
        this.#socket.binaryType = value;
      }
      send(data: string) {
        this.#socket.send(data);
      }
      close() {
        this.#socket.close();
      }
    } as never;
  },
  'methods that are wrapped': () => {
    const { send, close } = WebSocket.prototype;
    WebSocket.prototype.send = function (...args) {
      return send.apply(this, args);
    };
    WebSocket.prototype.close = function (...args) {
      return close.apply(this, args);
    };
  },
  'methods behind getters': () => {
    const { send } = WebSocket.prototype;
    Object.defineProperty(WebSocket.prototype, 'send', { configurable: true, get: () => send });
  },
  'Function.prototype.toString that is locked': () => {
    Object.freeze(Function.prototype);
  },
  'no scheduler': () => {
    Object.defineProperty(window, 'scheduler', { value: undefined });
  },
  'a WebSocketStream that throws': () => {
    const get = () => {
      throw new Error('not for you');
    };
    Object.defineProperty(window, 'WebSocketStream', { configurable: true, get });
  },
};

/** What leaves nothing to record, or not all of it: the panel says of what. */
const beside: Readonly<Record<string, () => void>> = {
  'undefined instead of the class': () => {
    window.WebSocket = undefined as never;
  },
  'null instead of the class': () => {
    window.WebSocket = null as never;
  },
  'a number instead of the class': () => {
    window.WebSocket = 1 as never;
  },
  'a class that is deleted': () => {
    Reflect.deleteProperty(window, 'WebSocket');
  },
  'a getter that throws': () => {
    const get = () => {
      throw new Error('not for you');
    };
    Object.defineProperty(window, 'WebSocket', { configurable: true, get });
  },
  'a proxy whose traps throw': () => {
    const raise = () => {
      throw new Error('not for you');
    };
    window.WebSocket = new Proxy(WebSocket, {
      get: raise,
      has: raise,
      getOwnPropertyDescriptor: raise,
      getPrototypeOf: raise,
    });
  },
  'a proxy that was revoked': () => {
    const { proxy, revoke } = Proxy.revocable(WebSocket, {});
    window.WebSocket = proxy;
    revoke();
  },
  'a function that gives proxies of sockets': () => {
    const native = WebSocket;
    window.WebSocket = function Own(url: string) {
      const socket = new native(url);
      return new Proxy(socket, {
        get(target, key) {
          const value: unknown = Reflect.get(target, key);
          return typeof value === 'function' ? value.bind(target) : value;
        },
        set: (target, key, value) => Reflect.set(target, key, value),
      });
    } as never;
  },
  'a prototype that is frozen': () => {
    Object.freeze(WebSocket.prototype);
  },
  'a prototype without methods': () => {
    for (const name of ['send', 'close']) Reflect.deleteProperty(WebSocket.prototype, name);
  },
  'no Event': () => {
    window.Event = undefined as never;
  },
  'Reflect that throws': () => {
    Reflect.apply = Reflect.getOwnPropertyDescriptor = () => {
      throw new Error('not for you');
    };
  },
};

export const changes = { through, beside };
