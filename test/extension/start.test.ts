import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { readHar, type SocketRecord } from '#model';

const start = (...args: string[]) => promisify(execFile)('node', ['scripts/start.mjs', ...args]);

let printed: string;
let sockets: readonly SocketRecord[];

beforeAll(async () => {
  await rm('dist/demo', { recursive: true, force: true });
  printed = (await start('--headless')).stdout;
  sockets = readHar(await readFile('dist/demo/session.har', 'utf8')).sockets;
});

const socketOf = (path: string) => sockets.find(({ url }) => new URL(url).pathname === path);

test('without a display the demo is recorded into a HAR', () => {
  expect(socketOf('/prices')).toMatchObject({ state: 'open', sent: { messages: 1 } });
  expect(socketOf('/prices')?.received.messages).toBeGreaterThan(20);
  expect(socketOf('/meter')?.received.bytes).toBeGreaterThan(132 * 10);
  expect(socketOf('/socket.io/')?.received.messages).toBeGreaterThan(5);
  expect(socketOf('/session')?.close).toMatchObject({ code: 4001, reason: 'session expired' });
  expect(socketOf('/admin')?.close).toMatchObject({ code: 1006 });
});

test('what was recorded is printed, a line a socket', () => {
  for (const { url, received } of sockets) {
    const line = printed.split('\n').find((each) => each.startsWith(url));
    expect(line).toContain(`${received.messages} (${received.bytes.toLocaleString('en')} B)`);
  }
  expect(printed).toMatch(/\/session .*4001 “session expired” by server/);
});

test('a picture of the panel is taken, 1400 pixels wide', async () => {
  const picture = await readFile('dist/demo/panel.png');
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.readUInt32BE(16)).toBe(1400);
});

test('what cannot be opened is refused in one line', async () => {
  await expect(start('nowhere')).rejects.toMatchObject({
    stderr: expect.stringMatching(/^\n“nowhere”.*\n$/),
  });
  await expect(start('--browser', '/nowhere')).rejects.toMatchObject({
    stderr: expect.stringMatching(/^\nThere is no browser at \/nowhere.*\n$/),
  });
});
