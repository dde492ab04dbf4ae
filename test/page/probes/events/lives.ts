import type { Probes } from '../probe.ts';
import { next } from '../sockets.ts';
import { facts } from './facts.ts';

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

/** The lives of sockets, in events. */
export const lifeProbes: Probes = {
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
};
