import { closed, errorOf, kind, next, opened, outcome, type Probes } from './probe.ts';

/** What an event says of itself, but when. */
const facts = (event: Event) => {
  const { type, isTrusted, bubbles, cancelable, composed, eventPhase, defaultPrevented, returnValue } = event;
  const path = event.composedPath().map(kind);
  const own = ['data', 'origin', 'lastEventId', 'source', 'code', 'reason', 'wasClean'].map((name) => [
    name,
    Reflect.get(event, name),
  ]);
  return [
    kind(event),
    { type, isTrusted, bubbles, cancelable, composed, eventPhase, defaultPrevented, returnValue },
    path,
    own,
  ];
};

/** All that a socket tells from the start to its close, with its state at each event. */
async function story(socket: WebSocket): Promise<unknown[]> {
  const log: unknown[] = [['made', socket.readyState]];
  for (const type of ['open', 'message', 'error', 'close'] as const)
    socket.addEventListener(type, (event) =>
      log.push([facts(event), socket.readyState, event.target === socket, event.currentTarget === socket]),
    );
  await next(socket, 'close');
  return log;
}

/** The events of a socket, those of the browser and those of the page. */
export const eventProbes: Probes = {
  'a life in events: opened, greeted, closed by the server': (url) =>
    story(new WebSocket(`${url}/?greet=one&greet=two&close=4001,bye`)),
  'a life in events: the server closes without a code': (url) => story(new WebSocket(`${url}/?close=`)),
  'a life in events: the connection is cut': (url) => {
    const socket = new WebSocket(`${url}/?greet=one&after=1&drop`);
    socket.addEventListener('message', () => socket.send('now'));
    return story(socket);
  },
  'a life in events: the handshake is refused': (url) => story(new WebSocket(`${url}/?reject=403`)),
  'a life in events: the subprotocol was not offered': (url) =>
    story(new WebSocket(`${url}/?subprotocol=other`, ['mine'])),
  'a life in events: the page closes before it is open': (url) => {
    const socket = new WebSocket(`${url}/?slow=200`);
    const told = story(socket);
    socket.close();
    return told;
  },
  'a life in events: the page closes when it is open': async (url) => {
    const socket = new WebSocket(url);
    socket.addEventListener('open', () => socket.close(4002, 'done'));
    return story(socket);
  },
  'an event owns what it owns, and is of its class': async (url) => {
    const socket = await opened(`${url}/?echo`);
    const message = next(socket, 'message');
    socket.send('x');
    const event = await message;
    await closed(socket);
    return [
      Reflect.ownKeys(event),
      Object.getPrototypeOf(event) === MessageEvent.prototype,
      event.ports.length,
    ];
  },
  'an event is over when it has been heard': async (url) => {
    const socket = new WebSocket(url);
    const event = await next(socket, 'open');
    await new Promise((resolve) => setTimeout(resolve));
    const seen = [
      event.currentTarget === null,
      event.target === socket,
      event.eventPhase,
      event.composedPath().length,
    ];
    await closed(socket);
    return seen;
  },
  'an event has a time between what came before and after': async (url) => {
    const before = performance.now();
    const { timeStamp, target } = await next(new WebSocket(url), 'open');
    (target as WebSocket).close();
    return before <= timeStamp && timeStamp <= performance.now();
  },
  'data is the same object each time it is read': async (url) => {
    const socket = await opened(`${url}/?echo`);
    const message = next(socket, 'message');
    socket.send(new Uint8Array([1]));
    const event = await message;
    await closed(socket);
    const { data } = event;
    return [event.data === data, kind(data), (data as Blob).type];
  },
  'an event of the page is heard as it is': async (url) => {
    const socket = await opened(url);
    const log: unknown[] = [];
    socket.onmessage = (event) => log.push(facts(event), event.data);
    socket.onclose = (event) => log.push(facts(event));
    socket.onerror = (event) => log.push(facts(event));
    const results = [
      socket.dispatchEvent(new MessageEvent('message', { data: { any: 'thing' }, origin: 'here' })),
      socket.dispatchEvent(new CloseEvent('close', { code: 4999, reason: 'played', wasClean: true })),
      socket.dispatchEvent(new Event('error', { cancelable: true })),
      socket.dispatchEvent(new Event('message')),
      socket.readyState,
    ];
    socket.onclose = null;
    await closed(socket);
    return [results, log];
  },
  'an event of the page can be prevented': async (url) => {
    const socket = await opened(url);
    socket.addEventListener('message', (event) => event.preventDefault());
    const result = socket.dispatchEvent(new MessageEvent('message', { cancelable: true }));
    await closed(socket);
    return result;
  },
  'an event of the server cannot be dispatched while it is heard, and can afterwards': async (url) => {
    const socket = await opened(`${url}/?greet=x`);
    const log: unknown[] = [];
    const event = await new Promise<MessageEvent>((resolve) => {
      socket.onmessage = (event) => {
        log.push(outcome(() => socket.dispatchEvent(event)));
        resolve(event);
      };
    });
    socket.onmessage = ({ isTrusted, data }) => log.push([isTrusted, data]);
    await new Promise((resolve) => setTimeout(resolve));
    log.push(socket.dispatchEvent(event));
    await closed(socket);
    return log;
  },
  'dispatchEvent refuses what is no event': async (url) => {
    const socket = await opened(url);
    const { dispatchEvent } = socket as unknown as { dispatchEvent(...args: unknown[]): unknown };
    const results = [[], [null], [{}], ['message']].map((args) =>
      outcome(() => Reflect.apply(dispatchEvent, socket, args)),
    );
    await closed(socket);
    return results;
  },
  'messages come as tasks, with the microtasks of each before the next': async (url) => {
    const log: unknown[] = [];
    const socket = new WebSocket(`${url}/?greet=one&greet=two&greet=three&close=1000`);
    socket.onmessage = ({ data }) => {
      log.push(data);
      void Promise.resolve().then(() => log.push(`after ${data}`));
    };
    await next(socket, 'close');
    return log;
  },
  'an open socket says what was agreed': async (url) => {
    const socket = new WebSocket(`${url}/?subprotocol=b`, ['a', 'b']);
    const before = [socket.protocol, socket.extensions, socket.url, socket.binaryType, socket.bufferedAmount];
    await next(socket, 'open');
    const after = [socket.protocol, socket.extensions, socket.url, socket.binaryType, socket.bufferedAmount];
    await closed(socket);
    return [before, after, socket.protocol];
  },
  'a promise made of events is settled in the same order': async (url) => {
    const socket = new WebSocket(`${url}/?greet=x&close=1000`);
    const log: string[] = [];
    const all = (['open', 'message', 'close'] as const).map((type) =>
      next(socket, type).then(() => log.push(type)),
    );
    await Promise.all(all).catch(errorOf);
    return log;
  },
};
