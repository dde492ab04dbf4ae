import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOf, Session } from '#model';
import { anyEvents, anyTakenSession, batch, facts } from '../arbitrary.ts';

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
});
