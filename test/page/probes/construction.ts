import { errorOf, innerWindow, kind, outcome, type Probes } from './probe.ts';

const url = () => `ws://${location.host}/`;

/** What a socket says of the class that it was made as; the socket is given up at once. */
function classOf(make: () => unknown): unknown {
  try {
    const socket = make() as WebSocket;
    const { close } = WebSocket.prototype;
    close.call(socket);
    const prototype: object | null = Object.getPrototypeOf(socket);
    return [kind(socket), prototype?.constructor.name, prototype === WebSocket.prototype];
  } catch (error) {
    return errorOf(error);
  }
}

const through = (newTarget: unknown) =>
  classOf(() => Reflect.construct(WebSocket, [url()], newTarget as never));

/** How a socket can be made, and as what. */
export const constructionProbes: Probes = {
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
  'a subclass has its own methods, fields and statics': () => {
    class Chat extends WebSocket {
      static room = 'lobby';
      nick = 'me';
      #secret = 7;
      override send() {
        return this.#secret;
      }
    }
    const chat = new Chat(url());
    const seen = [chat.send(), chat.nick, Chat.room, Chat.OPEN, chat.OPEN, chat instanceof WebSocket];
    chat.close();
    return [
      seen,
      Object.getPrototypeOf(Chat) === WebSocket,
      Reflect.ownKeys(chat),
      classOf(() => new Chat(url())),
    ];
  },
  'a subclass sees itself as new.target, and its arguments pass through': () => {
    const seen: unknown[] = [];
    class Chat extends WebSocket {
      constructor(...args: readonly unknown[]) {
        seen.push(new.target === Chat, args.length);
        super(...(args as [string]));
        seen.push(this.url === args[0]);
      }
    }
    return [classOf(() => new (Chat as new (...args: unknown[]) => WebSocket)(url(), ['a'], 3)), seen];
  },
  'a subclass without arguments throws what its parent throws': () => {
    class Chat extends WebSocket {}
    return outcome(() => new (Chat as unknown as new () => WebSocket)());
  },
  'a subclass may give back another object': () => {
    const other = { other: true };
    class Chat extends WebSocket {
      constructor() {
        super(url());
        this.close();
        // biome-ignore lint/correctness/noConstructorReturn: that is what is probed
        return other as unknown as Chat;
      }
    }
    return (new Chat() as unknown) === other;
  },
  'a subclass of a subclass calls super methods': () => {
    const log: string[] = [];
    class One extends WebSocket {
      override close(code?: number) {
        log.push('one');
        super.close(code);
      }
    }
    class Two extends One {
      override close(code?: number) {
        log.push('two');
        super.close(code);
      }
    }
    const socket = new Two(url());
    socket.close();
    return [log, socket.readyState, Object.prototype.toString.call(socket)];
  },
  'a class before ES6 cannot extend it': () => {
    function Old(this: object) {
      Reflect.apply(WebSocket as never, this, [url()]);
    }
    Old.prototype = Object.create(WebSocket.prototype);
    return outcome(() => Reflect.construct(Old, []));
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
