import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NewRow, Session } from '#model';
import { Assembly, outline, slices } from '#panel/files/slices.ts';
import { anySession, facts } from '../model/arbitrary.ts';

function* rowsOf({ rows }: Session): Iterable<NewRow> {
  for (let index = 0; index < rows.length; index++) yield rows.get(index) as NewRow;
}

/** Hands a session over as a worker does. */
function handOver(session: Session): Assembly {
  const assembly = new Assembly(structuredClone(outline(session, session.rows.length)));
  for (const slice of slices(rowsOf(session))) assembly.add(structuredClone(slice));
  return assembly;
}

describe('a session that is handed over in slices', () => {
  it('is the same session', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        expect(facts(handOver(session).session)).toEqual(facts(session));
      }),
    );
  });

  it('is never much at once, and tells how much has come', () => {
    const session = new Session();
    const socket = session.addSocket(session.addDocument('a', '', 0), 1, 0);
    for (let i = 0; i < 10_000; i++)
      session.push({ type: 'send', time: i, socket, form: 'text', data: 'x'.repeat(i) });
    const assembly = new Assembly(outline(session, session.rows.length));
    const all = [...slices(rowsOf(session))];
    for (const slice of all) {
      expect(slice.length).toBeLessThanOrEqual(500);
      expect(slice.slice(0, -1).reduce((sum, { size = 0 }) => sum + size, 0)).toBeLessThan(500_000);
    }
    const shares = all.map((slice) => {
      assembly.add(slice);
      return assembly.share;
    });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});
