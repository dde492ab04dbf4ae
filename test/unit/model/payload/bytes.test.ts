import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery, Session } from '#model';

/** Few letters, in both cases, so that words occur; and what makes sequences of UTF-8, whole ones and broken ones. */
const unit = fc.constantFrom(0x61, 0x41, 0x62, 0x6b, 0x20, 0x7b, 0xc3, 0xa9, 0xe2, 0x84, 0xaa, 0xff);
const word = fc.stringMatching(/^[abkAB {]{1,3}$/);

test('a word of ASCII is found in bytes where it is in what they are as UTF-8', () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), word, (units, text) => {
      const data = Uint8Array.from(units);
      const session = new Session();
      const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
      session.push({ type: 'message', time: 0, socket, form: 'Blob', data });
      const query = parseQuery(`"${text}"`);
      // The Kelvin sign is no letter of ASCII, though a small k is its lower case.
      const inText = new TextDecoder().decode(data).replaceAll('\u212a', '?').toLowerCase();
      expect(query.ok && query.test(session, 0)).toBe(inText.includes(text.toLowerCase()));
    }),
    { numRuns: 500 },
  );
});
