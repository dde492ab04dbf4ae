import { outcome } from './print.ts';
import type { Probes } from './probe.ts';
import { closed, next, opened } from './sockets.ts';

/** What the server saw of the handshake. */
async function handshake(make: () => WebSocket): Promise<unknown> {
  const socket = make();
  const { data } = await next(socket, 'message');
  socket.close();
  return JSON.parse(data as string);
}

/** What goes over the wire. */
export const handshakeProbes: Probes = {
  'the server sees the same handshake': (url) =>
    handshake(() => new WebSocket(`${url}/handshake?a=b#`.slice(0, -1))),
  'the server sees the same protocols': (url) =>
    handshake(() => new WebSocket(`${url}/handshake`, ['one', 'two'])),
  'the server sees the same handshake from a subclass': (url) =>
    handshake(() => new (class Chat extends WebSocket {})(`${url}/handshake`)),
  'the server sees the same handshake from a document within': (url) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inner = frame.contentWindow as Window & typeof globalThis;
    return handshake(() => new inner.WebSocket(`${url}/handshake`));
  },
  'the server sees cookies of the page': async (url) => {
    await cookieStore.set({ name: 'probe', value: '1', path: '/handshake/cookies' });
    return handshake(() => new WebSocket(`${url}/handshake/cookies`));
  },
  'a relative URL goes to the same server': () => handshake(() => new WebSocket('/handshake?relative')),
  'constructor, send and close in one task of open': async (url) => {
    const first = await opened(`${url}/?echo`);
    const socket = new WebSocket(`${url}/?echo`);
    first.send('one');
    const { data } = await next(first, 'message');
    await Promise.all([closed(first), closed(socket)]);
    return [data, first.readyState, socket.readyState];
  },
  'ten sockets at once all open': async (url) => {
    const log: number[] = [];
    const sockets = Array.from({ length: 10 }, (_, i) => {
      const socket = new WebSocket(url);
      socket.onopen = () => log.push(i);
      return socket;
    });
    await Promise.all(sockets.map((socket) => next(socket, 'open')));
    await Promise.all(sockets.map((socket) => closed(socket)));
    return log.sort();
  },
  'a policy that forbids the connection is reported': async (url) => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'content-security-policy';
    policy.content = `connect-src ${url.replace('ws', 'http')}`;
    document.head.append(policy);
    const violation = new Promise<SecurityPolicyViolationEvent>((resolve) =>
      document.addEventListener('securitypolicyviolation', resolve),
    );
    const made = outcome(() => new WebSocket('ws://elsewhere.invalid/'));
    const { blockedURI, violatedDirective, disposition } = await violation;
    return [made, blockedURI, violatedDirective, disposition];
  },
};
