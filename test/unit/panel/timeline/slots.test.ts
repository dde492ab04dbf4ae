import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DocumentRecord, enter, Session, type SocketRecord } from '#model';
import { Slots } from '#panel/views/axis/lanes/slots.ts';
import { wanted } from '#panel/views/axis/lanes/wanted.ts';

/** The lanes in words: the kind of each, and the numbers of its sockets. */
const named = (slots: Slots) =>
  slots.list.map(({ kind, sockets }) => `${kind} ${sockets.map(({ index }) => index).join(' ')}`);

function socketOf(
  session: Session,
  document: DocumentRecord,
  url: string,
  [from, to]: readonly [number, (number | undefined)?],
) {
  const socket = session.addSocket(document, session.sockets.length + 1, from);
  socket.url = url;
  enter(socket, 'connecting', from, 'page');
  if (to !== undefined) enter(socket, 'closed', to, 'server');
  return socket;
}

/** Opens the lane at a position, or folds it. */
function toggle(slots: Slots, at: number): void {
  const slot = slots.list[at];
  if (slot) slots.toggle(slot);
}

const pageOf = (session: Session, key: string, origin: number) =>
  session.addDocument(key, `https://a.example/${key}`, origin, true);

describe('the lanes from top to bottom', () => {
  it('are what lives, then what has ended, in the order in which they were made', () => {
    const session = new Session();
    const slots = new Slots(session);
    expect(named(slots)).toEqual([]);
    const page = pageOf(session, 'a', 0);
    const [first] = [[1], [2, 3], [4]].map((life) =>
      socketOf(session, page, `wss://a/${life[0]}`, life as [number]),
    );
    expect(named(slots)).toEqual(['socket 0', 'socket 2', 'socket 1']);
    enter(first as SocketRecord, 'closed', 9, 'page');
    expect(named(slots)).toEqual(['socket 2', 'socket 0', 'socket 1']);
    expect([0, 1, 2].map((socket) => slots.of(socket))).toEqual([1, 2, 0]);
  });

  it('put those to one URL one after the other into one, which opens', () => {
    const session = new Session();
    const slots = new Slots(session);
    const page = pageOf(session, 'a', 0);
    for (const life of [[1, 2], [3, 4], [5]] as const) socketOf(session, page, 'wss://a/drop', life);
    // Two at a time are two connections, and one that was made anew once may be meant by itself.
    for (const life of [[1, 20], [10]] as const) socketOf(session, page, 'wss://a/both', life);
    expect(named(slots)).toEqual(['attempts 0 1 2', 'socket 4', 'socket 3']);
    toggle(slots, 0);
    expect(named(slots).slice(0, 4)).toEqual(['attempts 0 1 2', 'socket 0', 'socket 1', 'socket 2']);
    expect(slots.of(1)).toBe(2);
    toggle(slots, 0);
    expect(slots.of(1)).toBe(0);
  });

  it('have a line for each page that was left, the last one first, after those of the page that is there', () => {
    const session = new Session();
    const slots = new Slots(session);
    for (const [i, key] of ['a', 'b', 'c'].entries()) {
      const page = pageOf(session, key, i * 10);
      for (const n of [1, 2]) socketOf(session, page, `wss://a/${key}${n}`, [i * 10 + n]);
      if (key !== 'c') session.leave(key, i * 10 + 9);
    }
    expect(named(slots)).toEqual(['socket 4', 'socket 5', 'page 2 3', 'page 0 1']);
    toggle(slots, 3);
    expect(named(slots).slice(3)).toEqual(['page 0 1', 'socket 0', 'socket 1']);
  });

  it('are those that are wanted, in the order that is wanted', () => {
    const session = new Session();
    const slots = new Slots(session);
    const page = pageOf(session, 'a', 0);
    for (const [i, life] of ([[1], [2, 3], [4]] as const).entries()) {
      const socket = socketOf(session, page, `wss://a/Chat${i}`, life);
      Object.assign(socket.received, { messages: i, bytes: 10 - i });
    }
    const asked = (...of: Parameters<typeof wanted>) => {
      slots.want(wanted(...of));
      return named(slots);
    };
    expect(asked('chat2', 'any', 'made')).toEqual(['socket 2']);
    expect(slots.of(0)).toBe(-1);
    expect(asked('', 'ended', 'made')).toEqual(['socket 1']);
    expect(asked(' CHAT', 'live', 'messages')).toEqual(['socket 2', 'socket 0']);
    expect(asked('', 'any', 'bytes')).toEqual(['socket 0', 'socket 2', 'socket 1']);
  });

  it('leave out no socket, and have none twice, whatever was opened', () => {
    const life = fc.tuple(fc.nat(50), fc.option(fc.nat(50), { nil: undefined }));
    const made = fc.record({ page: fc.nat(3), url: fc.nat(2), life });
    fc.assert(
      fc.property(fc.array(made, { maxLength: 30 }), fc.boolean(), (sockets, opens) => {
        const session = new Session();
        const pages = [0, 1, 2, 3].map((n) => pageOf(session, `p${n}`, n));
        for (const {
          page,
          url,
          life: [from, lasts],
        } of sockets) {
          const end = lasts === undefined ? undefined : from + lasts;
          socketOf(session, pages[page] as DocumentRecord, `wss://a/${url}`, [from, end]);
        }
        for (const n of [0, 1, 2]) session.leave(`p${n}`, 200);
        const slots = new Slots(session);
        if (opens) for (const slot of [...slots.list]) slots.toggle(slot);
        const shown = slots.list.filter(({ open }) => !open).flatMap((slot) => slot.sockets);
        expect(shown.map(({ index }) => index).sort((a, b) => a - b)).toEqual([...sockets.keys()]);
        for (const { index } of shown)
          expect(slots.list[slots.of(index)]?.sockets).toContain(session.sockets[index]);
      }),
    );
  });
});
