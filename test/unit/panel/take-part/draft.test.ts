import '#support/extension-api.ts';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactJson, prettyJson, Session } from '#model';
import { Draft } from '#panel/views/take-part/composer/draft.ts';

/** A draft into which a message was taken over. */
function draftOf(data: string | Uint8Array): Draft {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('d', 'https://a.example/', 0), 1, 0);
  session.push({ type: 'send', time: 0, socket, data });
  const draft = new Draft();
  const row = session.rows.get(0);
  if (row) draft.load(row);
  return draft;
}

describe('JSON in the composer', () => {
  const structure = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));

  it('is laid out, and goes out as it came, whatever it says', () => {
    fc.assert(
      fc.property(structure, (value) => {
        const text = JSON.stringify(value);
        const draft = draftOf(text);
        expect([draft.mode.peek(), draft.text.peek()]).toEqual(['json', prettyJson(text)]);
        expect(draft.sendable()).toEqual({ text });
      }),
    );
  });

  it('keeps numbers, keys and strings as they are written when it is made shorter', () => {
    const text = '{ "id": 12345678901234567890, "a" : 1.0,\n "a": "two  words", "e": [ ] }';
    expect(compactJson(text)).toBe('{"id":12345678901234567890,"a":1.0,"a":"two  words","e":[]}');
    expect(compactJson('{ "a": }')).toBeUndefined();
  });

  it('goes out as it is written where a person wants that', () => {
    const draft = draftOf('{"a":1}');
    draft.compact.value = false;
    expect(draft.sendable()).toEqual({ text: '{\n  "a": 1\n}' });
  });

  it('is no name for what is no structure, or not whole: that stays as it is', () => {
    for (const text of ['1', 'true', '"a"', '{"a":', 'words', ''])
      expect([draftOf(text).mode.peek(), draftOf(text).sendable()]).toEqual(['text', { text }]);
  });

  it('is not found in bytes', () => {
    expect(draftOf(new TextEncoder().encode('[1]')).mode.peek()).toBe('hex');
  });
});
