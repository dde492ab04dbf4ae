import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '#support/server.ts';
import { type Comparison, compare, serveProbes } from './comparing.ts';
import { exchanges } from './libraries/index.ts';
import { startLibraryServer } from './libraries/servers/index.ts';

const names = Object.keys(exchanges);
let server: Server;

beforeAll(async () => {
  server = await startLibraryServer();
  await serveProbes(server, new URL('./libraries/main.ts', import.meta.url));
});

afterAll(() => server.close());

describe.each(['chromium', 'firefox'] as const)('%s: what is said by', (browser) => {
  let answers: Comparison;

  beforeAll(async () => {
    answers = await compare(browser, server, names);
  });

  it('any of them is recorded', () => {
    const urls = answers.recorded.flatMap(({ sockets }) => sockets);
    const paths = urls.map((url) => new URL(url).pathname.split('/')[1]);
    expect([...new Set(paths)].sort()).toEqual(
      ['', 'centrifuge', 'echo', 'graphql', 'mqtt', 'phoenix', 'signalr', 'socket.io', 'stomp'].sort(),
    );
  });

  it.each(names)('%s is the same when it is recorded', (library) => {
    const bare = answers.bare.get(library);
    expect(bare?.failure).toBeUndefined();
    expect(answers.unwatched.get(library)).toEqual(bare);
    expect(answers.watched.get(library), 'with a panel attached').toEqual(bare);
  });
});
