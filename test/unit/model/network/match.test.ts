import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { match } from '../../../../src/model/network/match.ts';

interface Opened {
  readonly url: string;
  readonly time: number;
}

const opened = fc.record({
  url: fc.constantFrom('wss://a.example/', 'wss://b.example/'),
  time: fc.nat(3000),
});

const distance = (one: Opened, other: Opened) =>
  one.url === other.url ? Math.abs(one.time - other.time) : Infinity;

describe('sockets and entries of the network log', () => {
  it('are matched to the nearest that is left, no socket twice, and ambiguously where there are twins', () => {
    fc.assert(
      fc.property(fc.array(opened), fc.array(opened), (sockets, entries) => {
        const left = new Set(sockets);
        const found = match(sockets, entries);
        for (const entry of entries) {
          const least = Math.min(...[...left].map((socket) => distance(socket, entry)));
          const { socket, ambiguous } = found.find((each) => each.entry === entry) ?? {};
          expect(socket !== undefined).toBe(least < 1000);
          if (!socket) continue;
          expect([left.delete(socket), distance(socket, entry)]).toEqual([true, least]);
          const rivals = [...sockets, ...entries].filter((other) => other !== socket && other !== entry);
          expect(ambiguous).toBe(rivals.some((other) => distance(other, entry) < 100));
        }
      }),
    );
  });

  it('are matched in no time where there are 10,000 of each', () => {
    const sockets = Array.from({ length: 10_000 }, (_, i) => ({ url: `wss://a.example/${i % 3}`, time: i }));
    const entries = sockets.map(({ url, time }) => ({ url, time: time + 1 }));
    const since = performance.now();
    expect(match(sockets, entries)).toHaveLength(10_000);
    expect(performance.now() - since).toBeLessThan(500);
  });
});
