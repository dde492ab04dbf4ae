import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Expression,
  findInJson,
  finish,
  JsonOutline,
  placeAt,
  readJsonTree,
  readPath,
  Session,
} from '#model';
import { passing } from '../query/passing.ts';

const treeOf = (value: unknown) => {
  const tree = finish(readJsonTree(JSON.stringify(value)));
  if (!tree) throw new Error('no JSON');
  return tree;
};

const containers = fc.jsonValue().map((value) => (typeof value === 'object' && value ? value : [value]));

/** Values with JSON in their strings, as some protocols have it. */
const nesting = fc
  .tuple(containers, containers)
  .map(([outer, inner]) => ({ outer, 'the body': JSON.stringify({ inner }), note: 'word '.repeat(60) }));

/** Every line that there can be, opened one by one. */
function openAll(outline: JsonOutline): JsonOutline {
  for (let line = 0; line < outline.length; line++)
    if (outline.line(line).open === false) outline.toggle(line);
  return outline;
}

describe('the path of a value', () => {
  it('leads to it, wherever it is, and opens whatever hides it', () => {
    fc.assert(
      fc.property(nesting, (value) => {
        const tree = treeOf(value);
        const all = openAll(new JsonOutline(tree, 1));
        for (let line = 0; line < all.length; line++) {
          if (all.line(line).piece !== undefined) continue;
          const path = all.path(line);
          const place = placeAt(tree, readPath(path) ?? ['no path']);
          const shut = new JsonOutline(tree, 1);
          expect(place && shut.path(shut.reveal(place))).toBe(path);
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    '.catalogue[1].stock',
    'catalogue[1].stock',
    '$.catalogue[1].stock',
    `["catalogue"][1]['stock']`,
    ' .catalogue [1] ."stock" ',
  ])('is read as people write it: %s', (path) => {
    const tree = treeOf({ catalogue: [{ stock: 4 }, { stock: 5 }] });
    const place = placeAt(tree, readPath(path) ?? []);
    expect(place && tree.value(place.node)).toBe('5');
  });

  it.each(['.a[', 'a b c"', '.a | fromjson.x |'])('is none: %s', (path) => {
    expect(placeAt(treeOf({ a: 1 }), readPath(path) ?? ['?'])).toBeUndefined();
  });

  it('leads nowhere that is not there', () => {
    const tree = treeOf({ a: [1], text: '{"b":1}' });
    for (const path of ['.a[1]', '.b', '.a.length', '.text | fromjson | .c', '.a | fromjson | .b'])
      expect(placeAt(tree, readPath(path) ?? [])).toBeUndefined();
    expect(placeAt(tree, readPath('.') ?? [])).toEqual({ node: 0 });
  });
});

describe('what is found in JSON', () => {
  const shown = (value: unknown, pattern: Expression) => {
    const outline = new JsonOutline(treeOf(value), 1);
    return finish(findInJson(outline.tree, pattern)).map((place) => {
      const line = outline.reveal(place);
      return outline.line(line).piece ?? outline.path(line);
    });
  };

  it('is in keys and values, each line once, however deep', () => {
    const value = {
      needle: 1,
      list: [{ x: 'a needle, a needle' }, { y: 'other' }],
      needles: { z: 'needle' },
    };
    expect(shown(value, new Expression('needle', 'i'))).toEqual([
      '.needle',
      '.list[0].x',
      '.needles',
      '.needles.z',
    ]);
  });

  it('is in the JSON of a string, and in the part of a long text', () => {
    const text = `${'word '.repeat(60)}needle ${'word '.repeat(60)}`;
    expect(
      shown({ body: JSON.stringify({ 'the "needle"': [1] }), text }, new Expression('needle', 'i')),
    ).toEqual(['.body | fromjson | ."the \\"needle\\""', expect.stringContaining('needle')]);
  });

  it('is nothing that is not in a line', () => {
    expect(shown({ a: ['b', 'c'] }, new Expression('"b","c"', ''))).toEqual([]);
  });
});

describe('the filter', () => {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
  const push = (value: unknown) =>
    session.push({ type: 'message', time: 0, socket, form: 'text', data: JSON.stringify(value) });

  it('takes keys and values as JSON has them, whatever is in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 1 }), (key, text) => {
        const row = push({ [key]: text });
        const tree = treeOf({ [key]: text });
        const query = `json:${new JsonOutline(tree, 9).path(1)}=${tree.value(1)}`;
        expect(passing(query, session)).toContain(row);
        expect(passing(`-${query}`, session)).not.toContain(row);
      }),
    );
  });
});
