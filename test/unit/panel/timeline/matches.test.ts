import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Session } from '#model';
import { countAll, Matches } from '#panel/views/axis/lanes/matches.ts';

const start = 1_800_000_000_000;
const columns = { from: start + 100, each: 50, columns: 20 };

/** One message: when, on which of three sockets, which way, and whether it passes the filter. */
const message = fc.record({
  time: fc.nat(1500),
  socket: fc.nat(2),
  sent: fc.boolean(),
  passes: fc.boolean(),
});

const messages = fc.array(message).map((list) => list.sort((a, b) => a.time - b.time));

function sessionOf(list: readonly { time: number; socket: number; sent: boolean }[]): Session {
  const session = new Session();
  const document = session.addDocument('d', 'https://a.example/', start);
  const sockets = [1, 2, 3].map((id) => session.addSocket(document, id, start));
  for (const { time, socket: index, sent } of list) {
    const socket = sockets[index];
    if (socket) session.push({ type: sent ? 'send' : 'message', time: start + time, socket, data: 'x' });
  }
  return session;
}

describe('the messages that pass the filter', () => {
  it('are looked at one by one only where they are few: a frame has no time for a million', () => {
    const { rows } = sessionOf(
      Array.from({ length: 50_000 }, (_, n) => ({ time: 100 + n / 50, socket: n % 3, sent: n % 2 === 0 })),
    );
    let looked = 0;
    const at = (position: number) => {
      looked++;
      return position;
    };
    const { sent, received } = countAll({ length: 50_000, before: 0, at, find: (row) => row }, rows, columns);
    expect(looked).toBeLessThan(columns.columns * 50);
    expect([...sent, ...received].reduce((sum, n) => sum + n)).toBe(50_000);
  });

  it('are counted by column, as one by one, on the sockets that are drawn', () => {
    fc.assert(
      fc.property(messages, fc.subarray([0, 1, 2]), (list, drawn) => {
        const { rows } = sessionOf(list);
        const found = list.flatMap(({ passes }, row) => (passes ? [row] : []));
        const listing = {
          length: found.length,
          before: 0,
          at: (position: number) => found[position] ?? 0,
          find: (row: number) => found.indexOf(row),
        };
        const counted = (sockets: readonly number[], sent: boolean) => {
          const counts = new Uint32Array(columns.columns);
          for (const each of list) {
            const column = Math.floor((start + each.time - columns.from) / columns.each);
            if (!each.passes || each.sent !== sent || !sockets.includes(each.socket)) continue;
            if (column >= 0 && column < counts.length) counts[column] = (counts[column] ?? 0) + 1;
          }
          return counts;
        };
        const all = countAll(listing, rows, columns);
        expect([all.sent, all.received]).toEqual([counted([0, 1, 2], true), counted([0, 1, 2], false)]);
        const matches = new Matches();
        // What was counted before leaves nothing behind.
        for (const sockets of [[0, 1, 2], drawn]) matches.count(listing, rows, columns, sockets);
        for (const socket of [0, 1, 2]) {
          const own = matches.of(socket);
          expect(own !== undefined).toBe(drawn.includes(socket));
          if (own)
            expect([own.sent, own.received]).toEqual([counted([socket], true), counted([socket], false)]);
        }
      }),
    );
  });
});
