import '#support/extension-api.ts';

import { describe, expect, it } from 'vitest';
import { enter, type ReadyState, Session, type SocketRecord } from '#model';
import { describe as inWords, meaningOf } from '#panel/views/messages/row/describe.ts';
import { endText } from '#panel/views/sockets/life.ts';

/** A socket that went through states, each after another 500 ms, and was closed so. */
function socketOf(
  through: readonly (readonly [ReadyState, Parameters<typeof enter>[3]])[],
  close?: SocketRecord['close'],
) {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
  for (const [at, [state, cause]] of through.entries()) enter(socket, state, 500 * (at + 1), cause);
  if (close) socket.close = close;
  const row = session.rows.get(session.push({ type: 'close', time: 1500, socket }));
  if (!row) throw new Error('no row');
  return { socket, row };
}

const open = [
  ['connecting', 'page'],
  ['open', 'server'],
] as const;
const lost = { code: 1006, reason: '', wasClean: false };

describe('the end of a socket', () => {
  it('is its code, its reason, who ended it, and after how long, in this order', () => {
    const close = { code: 4001, reason: 'session expired', wasClean: true };
    const { socket, row } = socketOf([...open, ['closed', 'server']], close);
    const words = endText(socket);
    expect(words).toMatch(/^4001 “session expired” · by the server · after 1\.5\s?s$/);
    expect(inWords(row, 400).replace(/[\u2068\u2069]/g, '')).toContain(words);
  });

  it('was refused where it had never been open, and dropped where it had', () => {
    expect(
      endText(
        socketOf(
          [
            ['connecting', 'page'],
            ['closed', 'error'],
          ],
          lost,
        ).socket,
      ),
    ).toBe('1006 refused');
    expect(endText(socketOf([...open, ['closed', 'error']], lost).socket)).toMatch(
      /^1006 dropped after 1\.5\s?s$/,
    );
    const given = socketOf(
      [
        ['connecting', 'page'],
        ['closing', 'page'],
        ['closed', 'error'],
      ],
      lost,
    );
    expect(endText(given.socket)).toMatch(/^1006 · by the page/);
  });

  it('is nothing while there is none', () => {
    expect(endText(socketOf(open).socket)).toBe('');
  });

  it.each([
    [1001, true],
    [1006, true],
    [3000, false],
    [4001, false],
  ])('with code %i has a meaning to tell: %s', (code, tells) => {
    const { row } = socketOf([...open, ['closed', 'server']], { code, reason: '', wasClean: true });
    expect(meaningOf(row) !== '').toBe(tells);
  });
});
