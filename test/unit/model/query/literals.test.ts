import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { latin1Text, parseQuery, Session, TooSlow, utf8Text } from '#model';
import { requiredLiterals } from '../../../../src/model/query/language/literals.ts';
import { anyBytes, anyText } from '../arbitrary.ts';
import { passing } from './passing.ts';

describe('what must be there for an expression to be found', () => {
  test.each<[string, string, string[]]>([
    ['"id":\\d?9999\\d,', '', ['"id":', '9999', ',']],
    ['\\bzz+top\\b', '', ['zz', 'top']],
    ['ab*c', '', ['a', 'c']],
    ['ab{2}c', '', ['a', 'c']],
    ['ab{x', '', ['ab{x']],
    ['ab+?c', 'i', ['ab', 'c']],
    ['ab??c', '', ['a', 'c']],
    ['a(?:b|[)]c)?d', '', ['a', 'd']],
    ['a(b(c)|\\))d', '', ['a', 'd']],
    ['[ab\\]]c[^]d', '', ['c', 'd']],
    ['a\\.b\\/c', '', ['a.b/c']],
    ['^a.b$', '', ['a', 'b']],
    ['aéb', 'u', ['a', 'b']],
    ['a|b', '', []],
    ['ab\\x41', '', []],
    ['(a)\\1', '', []],
    ['[[a]&&b]c', 'v', []],
    ['sk', 'iu', []],
  ])('%s with the flags "%s"', (source, flags, literals) => {
    expect(requiredLiterals(source, flags)).toEqual(literals);
  });
});

/** Expressions put together of what one may be made of; some that are none are left out. */
const anyRegex = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        ...['a', 'b', 'k', 'S', 'ſ', '\u212a', 'é', '😀', '.', '[ab]', '[^b]', '[\\]k]', '\\d', '\\b', '\\.'],
        ...['\\/', '\\x61', '\\u0062', '\\0', '\\1', '\\w', '(a|b)', '(?:k)', '(?=a)', '(?!b)', '(?<n>s)'],
        ...['(', ')', '|', '*', '+', '?', '{2}', '{0,1}', '{1,}', '{', '}', ']', '^', '$', '(?i:S)', '[)]'],
      ),
      { minLength: 1, maxLength: 8 },
    ),
    fc.constantFrom('', 'i', 'u', 'iu', 'v', 'iv', 's', 'm', 'gi'),
  )
  .map(([parts, flags]) => ({ source: parts.join(''), flags }))
  .filter(({ source, flags }) => isRegex(source, flags));

function isRegex(source: string, flags: string): boolean {
  const query = parseQuery(`/${source}/${flags}`);
  return query.ok && !/^\/.*\s/.test(source);
}

const letters = fc
  .array(fc.constantFrom('a', 'b', 'k', 's', 'S', 'K', 'ſ', '\u212a', 'é', '😀', '.', '/', '1', '{', ' '))
  .map((parts) => parts.join(''));

/** What passes a filter; `undefined` where its expression might take too long, which is said and not looked for. */
function foundBy(filter: string, session: Session): number[] | undefined {
  try {
    return passing(filter, session);
  } catch (thrown) {
    if (thrown instanceof TooSlow) return undefined;
    throw thrown;
  }
}

describe('for every expression', () => {
  it('a text in which it is found has them', () => {
    fc.assert(
      fc.property(anyRegex, fc.oneof(letters, anyText), ({ source, flags }, text) => {
        fc.pre(new RegExp(source, flags).test(text));
        const lower = text.toLowerCase();
        for (const literal of requiredLiterals(source, flags)) {
          if (flags.includes('i')) expect(lower).toContain(literal.toLowerCase());
          else expect(text).toContain(literal);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('rows pass in which it is found, and no others', () => {
    const payload = fc.oneof(
      letters,
      letters.map((text) => new TextEncoder().encode(text)),
      anyBytes,
    );
    fc.assert(
      fc.property(anyRegex, fc.array(payload), ({ source, flags }, payloads) => {
        const session = new Session();
        const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
        for (const data of payloads) session.push({ type: 'send', time: 0, socket, form: 'text', data });
        const regex = new RegExp(source, flags.replace('g', ''));
        const expected = [...payloads.keys()].filter((row) => {
          const data = payloads[row];
          return typeof data === 'object'
            ? regex.test(utf8Text(data)) || regex.test(latin1Text(data))
            : regex.test(data ?? '');
        });
        const found = foundBy(`/${source}/${flags}`, session);
        fc.pre(found !== undefined);
        expect(found).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
