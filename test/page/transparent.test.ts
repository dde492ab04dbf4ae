import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '#support/server.ts';
import { type Comparison, compare, serveProbes } from './comparing.ts';
import { probes } from './probes/index.ts';
import { startProbeServer } from './probes/server.ts';

const names = Object.keys(probes);
let server: Server;

beforeAll(async () => {
  server = await startProbeServer();
  await serveProbes(server, new URL('./probes/main.ts', import.meta.url));
});

afterAll(() => server.close());

describe.each(['chromium', 'firefox'] as const)('%s: a page that is recorded', (browser) => {
  let answers: Comparison;

  beforeAll(async () => {
    answers = await compare(browser, server, names);
  });

  it('is recorded', () => {
    expect(answers.recorded.flatMap(({ sockets }) => sockets).length).toBeGreaterThan(100);
    expect(answers.recorded.flatMap(({ refused }) => refused)).toEqual([]);
  });

  it.each(names)('cannot tell: %s', (probe) => {
    const bare = answers.bare.get(probe);
    expect(bare?.failure).toBeUndefined();
    expect(answers.unwatched.get(probe)).toEqual(bare);
    expect(answers.watched.get(probe), 'with a panel attached').toEqual(bare);
  });
});
