import { innerWindow } from '../frames.ts';
import { errorOf, outcome } from '../print.ts';
import type { Probes } from '../probe.ts';
import { closed, next, opened } from '../sockets.ts';

/** Documents that go away, or are written anew. */
export const goneProbes: Probes = {
  'the constructor of a document that is gone': (url) => {
    const inner = innerWindow();
    const { WebSocket: kept } = inner;
    inner.frameElement?.remove();
    return [
      outcome(() => new kept(url)),
      outcome(() => new kept('mailto:a')),
      kept.name,
      String(kept.prototype.send),
    ];
  },
  'a socket whose document goes away hears no more': async (url) => {
    const inner = innerWindow();
    const socket = new inner.WebSocket(`${url}/?echo`);
    await next(socket, 'open');
    const log: unknown[] = [];
    socket.onclose = () => log.push('close');
    socket.onmessage = () => log.push('message');
    inner.frameElement?.remove();
    log.push(
      socket.readyState,
      outcome(() => socket.send('x')),
      outcome(() => socket.close()),
      socket.bufferedAmount,
    );
    await closed(await opened(url));
    return [log, socket.readyState];
  },
  'a document may be removed by a listener of its own socket': (url) =>
    Promise.all(
      ['open', 'message', 'error', 'close'].map(async (type) => {
        const inner = innerWindow();
        const refused = type === 'error' || type === 'close';
        const socket = new inner.WebSocket(refused ? `${url}/?reject=403` : `${url}/?greet=hi`);
        const log: unknown[] = [];
        for (const each of ['open', 'message', 'error', 'close'])
          socket.addEventListener(each, () => log.push(each, socket.readyState));
        await new Promise<void>((resolve) => {
          socket.addEventListener(type, () => {
            inner.frameElement?.remove();
            resolve();
          });
        });
        await closed(await opened(url));
        return [type, log, socket.readyState, outcome(() => socket.close())];
      }),
    ),
  'a socket hears nothing of it when its document navigates': async (url) => {
    const inner = innerWindow();
    const socket = new inner.WebSocket(`${url}/?echo`);
    await next(socket, 'open');
    const log: string[] = [];
    // Firefox tells of its close, sooner or later than what this waits for.
    for (const type of ['message', 'error']) socket.addEventListener(type, () => log.push(type));
    const frame = inner.frameElement as HTMLIFrameElement;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = '/probes';
    await loaded;
    await closed(await opened(url));
    return [log, socket.readyState, outcome(() => socket.send('x')), frame.contentWindow === inner];
  },
  'methods of a document that is gone work on a socket of this one': async (url) => {
    const inner = innerWindow();
    const { send, close } = inner.WebSocket.prototype;
    inner.frameElement?.remove();
    const socket = await opened(`${url}/?echo`);
    const sent = outcome(() => send.call(socket, 'x'));
    const first = await next(socket, 'message');
    const event = next(socket, 'close');
    const closing = outcome(() => close.call(socket, 4000));
    return [sent, first.data, closing, (await event).code];
  },
  'a document that is written anew keeps its WebSocket': async (url) => {
    const inner = innerWindow();
    const { WebSocket: before } = inner;
    inner.document.open();
    inner.document.write('<!doctype html><p>new</p>');
    inner.document.close();
    const socket = new inner.WebSocket(`${url}/?greet=hi`);
    const { data } = await next(socket, 'message');
    socket.close();
    return [inner.WebSocket === before, data, inner.document.documentElement.outerHTML];
  },
  'a document without a browsing context has no WebSocket': () => {
    const { defaultView } = document.implementation.createHTMLDocument('no view');
    return [defaultView, errorOf(outcome(() => 1))];
  },
};
