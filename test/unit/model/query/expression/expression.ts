import fc from 'fast-check';

const letters = [...'abcAB _1-\n\r\u2028éÉſsSKkßẞσςΣ\u0130ıiIµμ', '😀', '\ud83d', '\ude00'];

/** Texts of letters that are the same to some expressions, and of halves of letters. */
export const anyText = fc.array(fc.constantFrom(...letters), { maxLength: 10 }).map((text) => text.join(''));

const written = fc.constantFrom(...letters).map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));

const escapes = [
  ...[
    '.',
    '\\d',
    '\\D',
    '\\w',
    '\\W',
    '\\s',
    '\\S',
    '[a-c]',
    '[^a]',
    '[^]',
    '[]',
    '[\\w-]',
    '[A-Z]',
    '[\\s\\S]',
  ],
  ...[
    '\\u0061',
    '\\x61',
    '\\n',
    '\\cJ',
    '\\0',
    '\\12',
    '\\u{61}',
    '\\ud83d\\ude00',
    '[\\ud83d\\ude00]',
    '[\\u{1f600}a]',
  ],
  ...['\\p{L}', '\\P{Lu}', '\\p{Lu}', '[\\b]', '\\c', '\\8', '\\k', '\\-', '{', '}', ']', 'a{,2}'],
];

const quantifiers = ['', '', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{0,2}', '{1,}', '{2,3}?', '{0}'];

const quantifier = fc.constantFrom(...quantifiers);
const joined = (parts: readonly string[]) => parts.join('');

/** Expressions of everything but back-references, as one writes them; some are none. */
export const anyExpression = fc.letrec<{ all: string; any: string }>((tie) => ({
  all: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    {
      weight: 5,
      arbitrary: fc.tuple(fc.oneof(written, fc.constantFrom(...escapes)), quantifier).map(joined),
    },
    { weight: 1, arbitrary: fc.constantFrom('^', '$', '\\b', '\\B') },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom('(?:', '(', '(?<x>'), tie('any'), fc.constant(')'), quantifier)
        .map(joined),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('(?=', '(?!', '(?<=', '(?<!'), tie('any'), fc.constant(')'))
        .map(joined),
    },
  ),
  any: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.array(tie('all'), { maxLength: 3 }).map(joined),
    fc.tuple(tie('any'), fc.constant('|'), tie('any')).map(joined),
  ),
})).any;

export const anyFlags = fc
  .tuple(fc.subarray(['i', 'm', 's']), fc.constantFrom('', 'u', 'v'))
  .map(([some, unicode]) => some.join('') + unicode);
