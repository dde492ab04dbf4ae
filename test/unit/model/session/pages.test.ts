import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasPast, pageOf, Session } from '#model';
import { anyEvents, anyTakenSession, batch, facts } from '../arbitrary.ts';
import { Disk } from '../packs/disk.ts';

describe('the page that a document is in', () => {
  const session = new Session();
  const [early, one, inOne, two, inTwo] = [
    session.addDocument('early', 'https://a.example/frame', 5),
    session.addDocument('one', 'https://a.example/1', 10, true),
    session.addDocument('in one', 'https://a.example/frame', 15),
    session.addDocument('two', 'https://a.example/2', 20, true),
    session.addDocument('in two', 'https://a.example/frame', 20),
  ];

  it('is itself, or the newest that was there when it began', () => {
    const pages = [early, one, inOne, two, inTwo].map((document) => pageOf(session.documents, document));
    expect(pages).toEqual([undefined, one, one, two, two]);
  });

  it('is so in whatever order they became known; of pages that began at once it is the one that is known last', () => {
    const documents = [inTwo, two, early, inOne, one];
    const pages = documents.map((document) => pageOf(documents, document));
    expect(pages).toEqual([two, two, undefined, one, one]);
    const twin = { ...two, key: 'twin' };
    expect([two, twin, inTwo].map((document) => pageOf([one, two, twin], document))).toEqual([
      two,
      twin,
      twin,
    ]);
  });
});

describe('a session has a past', () => {
  /** A session of pages and of what is in frames of them, in this order; the first ones are gone. */
  function visited(gone: number, ...tops: boolean[]): Session {
    const session = new Session();
    tops.forEach((top, at) => {
      session.addDocument(`${at}`, 'https://a.example/', at, top);
    });
    for (let at = 0; at < gone; at++) session.leave(`${at}`, 10);
    return session;
  }
  const [page, frame] = [true, false];

  it('once a page or what was in it is gone, and another page is there', () => {
    const past = [visited(1, page, page), visited(2, page, frame, page, frame), visited(1, frame, page)];
    expect(past.map(({ documents }) => hasPast(documents))).toEqual([true, true, true]);
  });

  it('and not while nothing is gone, nor while no other page is there', () => {
    const none = [
      visited(0),
      visited(0, page),
      visited(0, page, page),
      visited(1, page),
      visited(2, page, frame),
      visited(1, frame),
      visited(1, page, frame),
    ];
    expect(none.map(({ documents }) => hasPast(documents))).toEqual(none.map(() => false));
  });

  it('and not where only a frame of the page that is there is gone', () => {
    const session = visited(0, page, frame, frame);
    session.leave('1', 10);
    expect(hasPast(session.documents)).toBe(false);
  });
});

describe('a session without the documents that went away', () => {
  it('has all that is of the others, in its order, and nothing else', () => {
    fc.assert(
      fc.property(anyTakenSession, (session) => {
        const { documents, sockets, rows } = facts(session);
        const stay = new Set(documents.filter(({ gone }) => gone === undefined).map(({ key }) => key));
        const rest = facts(session.withoutGone());
        const old = sockets.filter(({ document }) => stay.has(document));
        const number = new Map(old.map(({ index }, at) => [index, at]));
        expect(rest.documents).toEqual(documents.filter(({ key }) => stay.has(key)));
        expect(rest.sockets).toEqual(old.map((socket, index) => ({ ...socket, index })));
        expect(rest.rows).toEqual(
          rows
            .filter((row) => row && number.has(row.socket))
            .map((row, index) => row && { ...row, index, socket: number.get(row.socket) }),
        );
      }),
    );
  });

  it('goes on where it was', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(40), (events, cut) => {
        const [broken, whole] = [new Session(), new Session()];
        for (const session of [broken, whole]) session.addDocument('a', 'https://a.example/', 0, true);
        broken.take('a', batch(events.slice(0, cut)));
        whole.take('a', batch(events));
        const next = broken.withoutGone();
        next.take('a', batch(events));
        expect(facts(next)).toEqual(facts(whole));
      }),
    );
  });

  it('has those sockets of workers that are no older than the page that is there', () => {
    const session = new Session();
    session.addDocument('one', '', 0, true);
    const workers = session.addDocument('workers', '', 0);
    session.addDocument('two', '', 100, true);
    for (const created of [50, 99, 100, 150]) session.addSocket(workers, created, created).place = 'worker';
    session.addSocket(workers, 1, 1);
    const left = () => session.withoutGone().sockets.map(({ created }) => created);
    expect(left()).toEqual([100, 150, 1]);
    session.leave('two', 200);
    expect(left()).toEqual([50, 99, 100, 150, 1]);
    session.leave('one', 200);
    expect(left()).toEqual([50, 99, 100, 150, 1]);
  });

  it('has payloads on disk where they are', async () => {
    const session = new Session();
    const socket = session.addSocket(session.addDocument('page', '', 0, true), 1, 0);
    session.push({ type: 'send', time: 0, socket, form: 'text', data: 'x'.repeat(100) });
    new Disk().take(session);
    const { rows } = session.withoutGone();
    expect(rows.get(0)).toHaveProperty('away');
    expect(await rows.payloads.bring(0)).toBe('x'.repeat(100));
  });
});
