import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, Session } from '#model';
import { lineOf } from '#panel/views/messages/row/line.ts';

const MAX = 80;

function line(data: string, query: string): string {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
  const row = session.rows.get(session.push({ type: 'message', time: 0, socket, form: 'text', data }));
  const asked = parseQuery(query);
  if (!row || !asked.ok) throw new Error(query);
  return lineOf(row, MAX, asked.highlight, asked.paths);
}

describe('the line of a message', () => {
  const order = JSON.stringify({
    op: 'order.ack',
    text: 'x'.repeat(300),
    status: 'rejected',
    more: 'y'.repeat(99),
  });

  it('begins shortly before what was looked for, where that would be cut off', () => {
    expect(line(order, 'rejected')).toMatch(/^…x*","status":"rejected"/);
    expect(line(order, 'json:status=rejected')).toMatch(/^…x+","status":"rejected"/);
    expect(line(order, '/reje(ct)/')).toContain('"rejected"');
  });

  it('begins with the message where that is in sight, or is nowhere', () => {
    for (const query of ['order.ack', '', 'dir:in', 'json:op=order.ack', 'nowhere', 'json:none'])
      expect(line(order, query)).toMatch(/^\{"op":"order\.ack"/);
  });

  it('has what was looked for in its first half, and no half of a character before it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (before) => {
        fc.pre(!before.includes('needle'));
        const shown = line(`${before}needle${'z'.repeat(90)}`, 'needle');
        expect(shown).toContain('needle');
        expect(shown.startsWith('…') && /^…\\ud[c-f]/.test(shown)).toBe(false);
      }),
    );
  });
});
