import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Connecting, type Handshaking, match } from '../../../../src/model/network/match.ts';
import { effort } from '../effort.ts';

const url = fc.constantFrom('wss://a.example/', 'wss://b.example/');

const handshaking = fc.record({ url, time: fc.nat(3000) });

const connecting = fc
  .tuple(url, fc.nat(3000), fc.oneof(fc.nat(3000), fc.constant(Infinity)))
  .map(([at, from, lasts]): Connecting => ({ url: at, from, to: from + lasts }));

/** How many ms a handshake is from the time in which a socket was connecting. */
const distance = (socket: Connecting, { url: at, time }: Handshaking) =>
  socket.url === at ? Math.max(0, socket.from - time, time - socket.to) : Infinity;

/** Those that are left of all, less those taken so far, of the nearest the first that was made. */
const nearest = (left: ReadonlySet<Connecting>, entry: Handshaking) =>
  [...left].sort((one, other) => distance(one, entry) - distance(other, entry) || one.from - other.from)[0];

describe('sockets and entries of the network log', () => {
  it('are matched in order, to the one that was connecting or nearest to that, no socket twice', () => {
    fc.assert(
      fc.property(fc.array(connecting), fc.array(handshaking), (sockets, entries) => {
        const left = new Set(sockets);
        const found = match(sockets, entries);
        for (const entry of entries.toSorted((one, other) => one.time - other.time)) {
          const best = nearest(left, entry);
          const socket = found.find((each) => each.entry === entry)?.socket;
          expect(socket !== undefined).toBe(best !== undefined && distance(best, entry) < 1000);
          if (!socket || !best) continue;
          expect(left.delete(socket)).toBe(true);
          expect([distance(socket, entry), socket.from]).toEqual([distance(best, entry), best.from]);
        }
      }),
    );
  });

  it('are matched ambiguously where one that is left, or one of another pair, would fit as well', () => {
    fc.assert(
      fc.property(fc.array(connecting), fc.array(handshaking), (sockets, entries) => {
        const found = match(sockets, entries);
        const fits = (socket: Connecting, entry: Handshaking) => distance(socket, entry) < 100;
        const [free, alone] = [new Set(sockets), new Set(entries)];
        for (const { socket, entry } of found) {
          free.delete(socket);
          alone.delete(entry);
        }
        for (const { socket, entry, ambiguous } of found) {
          const swaps = found.some(
            (other) => other.socket !== socket && fits(socket, other.entry) && fits(other.socket, entry),
          );
          const others = [...free].some((other) => fits(other, entry));
          expect(ambiguous).toBe(swaps || others || [...alone].some((other) => fits(socket, other)));
        }
      }),
    );
  });

  it('are matched in no time where there are 10,000 of each', () => {
    const sockets = Array.from({ length: 10_000 }, (_, i) => ({ url: `wss://${i % 3}/`, from: i, to: i }));
    const entries = sockets.map(({ url: at, from }) => ({ url: at, time: from + 1 }));
    const all = () => expect(match(sockets, entries)).toHaveLength(10_000);
    expect(effort(all)).toBeLessThan(500);
  });
});
