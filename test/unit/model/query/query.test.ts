import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, Session } from '#model';
import { anySession, anyText } from '../arbitrary.ts';
import { passing } from './passing.ts';

const fault = (text: string) => {
  const query = parseQuery(text);
  return query.ok ? undefined : query.error;
};

describe('a query is refused, and says where', () => {
  test.each([
    ['a /(/ b', 'queryRegex', '/(/'],
    ['/a/uv', 'queryRegex', '/a/uv'],
    ['a (b', 'queryUnclosed', '('],
    ['a) b', 'queryUnopened', ')'],
    ['a OR', 'queryMissing', ''],
    ['OR a', 'queryMissing', 'OR'],
    ['a OR OR b', 'queryMissing', 'OR'],
    ['()', 'queryMissing', ')'],
    ['a -)', 'queryMissing', ')'],
    ['a -', 'queryMissing', ''],
    ['a NOT', 'queryMissing', ''],
    ['NOT OR a', 'queryMissing', 'OR'],
    ['a AND', 'queryMissing', ''],
    ['AND a', 'queryMissing', 'AND'],
    ['a AND OR b', 'queryMissing', 'OR'],
    ['a OR AND b', 'queryMissing', 'AND'],
    ['/[/', 'queryRegex', '/[/'],
    ['/[a b/i', 'queryRegex', '/[a b/i'],
    ['(/[^/) x', 'queryRegex', '/[^/'],
    ['/\\/', 'queryRegex', '/\\/'],
    ['/a\\/g', 'queryRegex', '/a\\/g'],
    ['/(?<n/', 'queryRegex', '/(?<n/'],
    ['/a/uv', 'queryRegex', '/a/uv'],
    ['//', 'queryEmptyRegex', '//'],
    ['//gi', 'queryEmptyRegex', '//gi'],
    ['/tick/x', 'queryFlag', 'x'],
    ['/tick/gg', 'queryFlag', 'gg'],
    ['/tick/I', 'queryFlag', 'I'],
    ['/tick/xyz', 'queryFlag', 'xyz'],
    ['/tick/gimx foo', 'queryFlag', 'gimx'],
    ['dir:up', 'queryValue', 'up'],
    ['dir:', 'queryValue', ''],
    ['dir:in|up', 'queryValue', 'in|up'],
    ['dir:constructor', 'queryValue', 'constructor'],
    ['size:big', 'queryRange', 'big'],
    ['size:>', 'queryRange', '>'],
    ['size:..', 'queryRange', '..'],
    ['size:1x', 'queryRange', '1x'],
    ['time:>1constructor', 'queryRange', '>1constructor'],
    ['url:', 'queryMissing', ''],
    ['json:', 'queryPath', ''],
    ['json:a[x]', 'queryPath', 'a[x]'],
    ['json:a>b', 'queryPath', 'a>b'],
    ['json:a=', 'queryPath', 'a='],
    ['('.repeat(101), 'queryDepth', '('],
  ])('%s', (text, key, marked) => {
    const error = fault(text);
    expect(error?.key).toBe(key);
    expect(text.slice(error?.at, (error?.at ?? 0) + (error?.length ?? 0))).toBe(marked);
  });

  test('with what would be right', () => {
    expect(fault('dir:up')?.detail).toBe('in, out');
    expect(fault('/(/')?.detail).toMatch(/group/i);
  });
});

describe('a field that has no value yet', () => {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
  for (const data of ['foo', 'bar', 'dir'])
    session.push({ type: 'message', time: 0, socket, form: 'text', data });

  const rest = (text: string) => {
    const query = parseQuery(text);
    const asked = query.ok ? undefined : query.rest;
    return asked && [0, 1, 2].filter((row) => asked.test(session, row));
  };

  test.each([
    ['dir:', [0, 1, 2]],
    ['-dir:', [0, 1, 2]],
    ['(url:)', [0, 1, 2]],
    ['size: foo', [0]],
    ['foo OR json:', [0]],
    ['foo OR (bar -note:)', [0, 1]],
    ['dir: OR kind:', [0, 1, 2]],
  ])('%s is asked as if it were not there', (text, passing) => {
    expect(fault(text)).toBeDefined();
    expect(rest(text)).toEqual(passing);
  });

  test.each(['dir:up', 'dir: /(/', 'dir: (', 'foo OR', ''])('%s is not that', (text) => {
    expect(rest(text)).toBeUndefined();
  });
});

/** Pieces that queries are made of, put together in any way. */
const anyQuery = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '-',
        'OR',
        '"',
        '/',
        ' ',
        'a',
        '/./',
        'dir:in',
        'size:>2',
        'json:a=1',
        'url:',
        'é',
      ),
      anyText,
    ),
    { maxLength: 12 },
  )
  .chain((parts) => fc.constantFrom(parts.join(' '), parts.join('')));

describe('for every query', () => {
  test('there is a test or an error inside the text', () => {
    fc.assert(
      fc.property(anyQuery, anySession, (text, any) => {
        const query = parseQuery(text);
        if (query.ok)
          for (let row = 0; row < any.rows.length; row++) expect(query.test(any, row)).toBeTypeOf('boolean');
        else {
          expect(query.error.at).toBeGreaterThanOrEqual(0);
          expect(query.error.at + query.error.length).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  const simple = fc.constantFrom(
    'a',
    '"b c"',
    '/[0-9]/',
    'dir:in',
    'kind:text',
    'size:<9',
    'json:a',
    'socket:1',
    'é',
  );

  test('the laws of and, or and not hold', () => {
    fc.assert(
      fc.property(simple, simple, simple, anySession, (a, b, c, any) => {
        const same = (one: string, other: string) => expect(passing(one, any)).toEqual(passing(other, any));
        same(`-(${a} OR ${b})`, `-${a} -${b}`);
        same(`-(${a} ${b})`, `-${a} OR -${b}`);
        same(`${a} (${b} OR ${c})`, `${a} ${b} OR ${a} ${c}`);
        same(`--${a}`, a);
        same(`${a} ${b}`, `${b} ${a}`);
        expect(passing(`${a} OR -${a}`, any)).toHaveLength(any.rows.length);
      }),
    );
  });

  test('a phrase passes every payload that it is a part of, in any case', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.string({ minLength: 1 }), (before, after, part) => {
        const other = new Session();
        const socket = other.addSocket(other.addDocument('', '', 0), 1, 0);
        other.push({ type: 'send', time: 0, socket, form: 'text', data: before + part + after });
        other.push({
          type: 'send',
          time: 0,
          socket,
          form: 'Blob',
          data: new TextEncoder().encode(`${part}${after}`),
        });
        other.push({ type: 'send', time: 0, socket, form: 'text', data: '' });
        const quoted = `"${part.replace(/["\\]/g, '\\$&')}"`;
        expect(passing(quoted, other)).toEqual([0, 1]);
        expect(passing(quoted.toUpperCase(), other)).toEqual([0, 1]);
      }),
    );
  });
});

describe('what was looked for is highlighted', () => {
  const marks = (query: string, text: string) => {
    const parsed = parseQuery(query);
    const found = parsed.ok ? parsed.highlight?.matches(text) : undefined;
    return found?.map(({ index, length }) => text.slice(index, index + length));
  };

  test.each<[string, string, string[] | undefined]>([
    ['foo BAR', 'Foo bar baz', ['Foo', 'bar']],
    ['"a.b"', 'a.b axb', ['a.b']],
    ['/o+/', 'foo O', ['oo']],
    ['/o+/i', 'foo O', ['oo', 'O']],
    ['-foo', 'foo', undefined],
    ['dir:in', 'foo', undefined],
    ['foo -bar', 'foo bar', ['foo']],
    ['foo (a OR /b{2}/)', 'foo a bb b', ['foo', 'a', 'bb']],
    ['foo /(.)\\1/', 'foo xx', ['foo']],
    ['/(.)\\1/', 'foo xx', ['oo', 'xx']],
    ['/\\p{Lu}/u foo', 'foo Bar', ['B']],
  ])('%s in %s', (query, text, found) => {
    expect(marks(query, text)).toEqual(found);
  });

  test('wherever it is, whatever flags were written', () => {
    for (const flags of ['', 'g', 'y', 'dgy']) expect(marks(`/o/${flags}`, 'foo')).toEqual(['o', 'o']);
  });
});
