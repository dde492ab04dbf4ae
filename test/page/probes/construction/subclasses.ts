import { outcome } from '../print.ts';
import type { Probes } from '../probe.ts';
import { classOf, url } from './class-of.ts';

/** What inherits from WebSocket. */
export const subclassProbes: Probes = {
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
};
