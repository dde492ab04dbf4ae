import { once } from 'node:events';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Server, startServer } from '#support/server.ts';

let server: Server;

beforeAll(async () => {
  server = await startServer({ sockets: { '/own': (socket) => socket.close(4000, 'own') } });
});

afterAll(() => server.close());

/** What a client hears until the server closes, which must be part of what is asked for. */
async function hear(path: string, send: readonly (string | Buffer)[] = [], protocols: string[] = []) {
  const client = new WebSocket(server.wsUrl + path, protocols);
  const heard: (string | Buffer)[] = [];
  client.on('message', (data: Buffer, binary) => heard.push(binary ? data : String(data)));
  client.on('open', () => {
    for (const data of send) client.send(data);
  });
  const [code, reason] = await once(client, 'close');
  return { heard, code, reason: String(reason), protocol: client.protocol };
}

describe('a socket', () => {
  test('hears back what it sends, as text or as bytes', async () => {
    const { heard } = await hear('/?echo&after=2&close', ['text', Buffer.of(0, 255)]);
    expect(heard).toEqual(['text', Buffer.of(0, 255)]);
  });

  test('is greeted, then gets a burst, then is closed with a code and a reason', async () => {
    const end = await hear('/?greet=a&greet=b&burst=2&size=3&close=4001,bye,%20bye');
    expect(end).toMatchObject({ heard: ['a', 'b', '0..', '1..'], code: 4001, reason: 'bye, bye' });
  });

  test('gets a burst as numbered bytes', async () => {
    const { heard } = await hear('/?burst=2&size=6&binary&close');
    expect(heard).toEqual([Buffer.of(0, 0, 0, 0, 0, 0), Buffer.of(0, 0, 0, 1, 0, 0)]);
  });

  test('gets a burst at the rate that it asks for', async () => {
    const start = performance.now();
    await hear('/?burst=21&rate=100&close');
    expect(performance.now() - start).toBeGreaterThan(190);
  });

  test('is cut off without a close frame', async () => {
    expect(await hear('/?drop')).toMatchObject({ code: 1006 });
  });

  test('gets the subprotocol that the URL names, otherwise the first that it offers', async () => {
    expect(await hear('/?close', [], ['a', 'b'])).toMatchObject({ protocol: 'a' });
    expect(await hear('/?close&subprotocol=b', [], ['a', 'b'])).toMatchObject({ protocol: 'b' });
  });

  test('waits for a slow handshake', async () => {
    const start = performance.now();
    await hear('/?slow=150&close');
    expect(performance.now() - start).toBeGreaterThan(140);
  });

  test('is refused with a status', async () => {
    const client = new WebSocket(`${server.wsUrl}/?reject=403`);
    const [, response] = await once(client, 'unexpected-response');
    expect(response.statusCode).toBe(403);
  });

  test('of a path of its own is served by its own handler', async () => {
    expect(await hear('/own?greet=x')).toMatchObject({ heard: [], code: 4000, reason: 'own' });
  });
});

test('pages are answered with their headers, at both origins', async () => {
  const csp = "default-src 'none'";
  const url = new URL(server.page('<p>page', { headers: { 'content-security-policy': csp } }));
  const answer = await fetch(url);
  expect(answer.headers.get('content-security-policy')).toBe(csp);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await (await fetch(server.otherUrl + url.pathname)).text()).toBe('<p>page');
  expect((await fetch(`${server.url}/none`)).status).toBe(404);
});

test('Socket.IO serves its client and answers what wants an answer', async () => {
  expect((await fetch(`${server.url}/socket.io/socket.io.js`)).status).toBe(200);
  const client = io(server.url);
  expect(await client.emitWithAck('anything', 'a')).toBe('a');
  client.close();
});
