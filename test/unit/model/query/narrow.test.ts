import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { narrows, parseQuery, Result, type Session } from '#model';
import { anySession, anyText } from '../arbitrary.ts';

function read(text: string) {
  const query = parseQuery(text);
  if (!query.ok) throw new Error(`${text}: ${query.error.key}`);
  return query;
}

const isNarrower = (next: string, before: string) => narrows(read(next).conjuncts, read(before).conjuncts);

const found = (session: Session, text: string, wider?: Result) => {
  const result = new Result(session, read(text).test, wider ? { wider } : {});
  result.advance(Number.POSITIVE_INFINITY, () => 0);
  return result;
};

const rowsOf = (result: Result) => Array.from({ length: result.length }, (_, at) => result.at(at));

describe('a query is narrower than', () => {
  test.each([
    ['kader', 'kade'],
    ['KADER', 'ade'],
    ['a b c', 'c a'],
    ['"a b"', 'a'],
    ['dir:in ka', 'dir:in k'],
    ['dir:in', ''],
    ['x /a+/i', '/a+/i'],
    ['x (a OR b)', '(a OR b)'],
    ['-a b', '-a'],
    ['a OR b', 'a OR b'],
    ['is:marked a', 'a'],
  ])('%s: %s', (next, before) => expect(isNarrower(next, before)).toBe(true));

  test.each([
    ['kad', 'kade'],
    ['a', 'a b'],
    ['-ab', '-a'],
    ['a OR b', 'a'],
    ['a b', 'a OR b'],
    ['dir:out', 'dir:in'],
    ['"dir:in"', 'dir:in'],
    ['/ab/', '/a/'],
    ['is:marked a', 'is:marked'],
    ['state:open a', 'state:open'],
    ['-state:open a', '-state:open'],
  ])('%s: not %s', (next, before) => expect(isNarrower(next, before)).toBe(false));
});

const quoted = anyText.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`);
const part = fc.oneof(quoted, fc.constantFrom('a', 'A', 'ab', 'dir:in', 'size:>3', '-b', '/a/', 'kind:text'));
const query = fc.array(part, { maxLength: 3 }).map((parts) => parts.join(' '));

test('what a narrower query finds among what a wider one found is what it finds in all', () => {
  fc.assert(
    fc.property(anySession, query, query, (session, next, before) => {
      const text = `${before} ${next}`;
      expect(isNarrower(text, before)).toBe(true);
      expect(rowsOf(found(session, text, found(session, before)))).toEqual(rowsOf(found(session, text)));
    }),
  );
});

test('a word passes no row that a part of it does not pass', () => {
  fc.assert(
    fc.property(anySession, anyText, fc.nat(20), fc.nat(20), (session, word, from, length) => {
      const text = (part: string) => `"${part.replace(/["\\]/g, '\\$&')}"`;
      const [next, before] = [text(word), text(word.slice(from, from + length))];
      fc.pre(isNarrower(next, before));
      expect(rowsOf(found(session, next, found(session, before)))).toEqual(rowsOf(found(session, next)));
    }),
  );
});
