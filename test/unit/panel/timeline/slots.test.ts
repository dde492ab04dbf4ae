import { describe, expect, it } from 'vitest';
import { Session } from '#model';
import { isSocket, Slots } from '#panel/views/axis/lanes/slots.ts';

describe('the lanes from top to bottom', () => {
  const named = (slots: Slots) =>
    slots.list.map((slot) => (isSocket(slot) ? `socket ${slot.index}` : slot.key));

  it('are the sockets alone where there is one document', () => {
    const session = new Session();
    const slots = new Slots(session);
    expect(named(slots)).toEqual([]);
    const document = session.addDocument('a', 'https://a.example/', 0);
    for (const id of [1, 2]) session.addSocket(document, id, 0);
    expect(named(slots)).toEqual(['socket 0', 'socket 1']);
  });

  it('are grouped below their documents, also when one gets another socket later', () => {
    const session = new Session();
    const slots = new Slots(session);
    const [a, b] = ['a', 'b'].map((key) => session.addDocument(key, `https://${key}.example/`, 0));
    if (!a || !b) throw new Error('no documents');
    session.addSocket(a, 1, 0);
    session.addSocket(b, 1, 0);
    expect(named(slots)).toEqual(['a', 'socket 0', 'b', 'socket 1']);
    session.addSocket(a, 2, 0);
    expect(named(slots)).toEqual(['a', 'socket 0', 'socket 2', 'b', 'socket 1']);
    expect([0, 1, 2].map((socket) => slots.of(socket))).toEqual([1, 4, 2]);
  });
});
