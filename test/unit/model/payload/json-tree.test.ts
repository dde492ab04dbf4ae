import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish, JsonOutline, type JsonTree, readJsonTree } from '#model';

const read = (text: string): JsonTree => {
  const tree = finish(readJsonTree(text));
  if (!tree) throw new Error(`${text} is no JSON`);
  return tree;
};

const outline = (text: string, lines = 1000) => new JsonOutline(read(text), lines);

/** An outline as text: a line each, indented by two spaces, with what is open and what is closed. */
const drawn = (shown: JsonOutline) =>
  Array.from({ length: shown.length }, (_, at) => {
    const { tree, node, depth, open, piece } = shown.line(at);
    const sign = open === undefined ? '' : open ? '- ' : '+ ';
    const value = open === undefined ? tree.value(node) : tree.kind(node);
    return `${'  '.repeat(depth)}${sign}${piece ?? [tree.key(node), value].filter(Boolean).join(': ')}`;
  });

/** What JSON.parse would have made of a value, from its parts in the tree. */
function rebuilt(tree: JsonTree, node = 0): unknown {
  const inside: number[] = [];
  for (let at = node + 1; at < tree.after(node); at = tree.after(at)) inside.push(at);
  if (tree.kind(node) === 'array') return inside.map((at) => rebuilt(tree, at));
  if (tree.kind(node) !== 'object') return JSON.parse(tree.value(node));
  return Object.fromEntries(inside.map((at) => [JSON.parse(tree.key(at) ?? ''), rebuilt(tree, at)]));
}

describe('a JSON tree', () => {
  test('holds what JSON.parse makes of the text', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('', ' ', '\n\t'), (json, space) => {
        const text = `${space}${JSON.stringify(JSON.parse(json), null, space)}${space}`;
        expect(rebuilt(read(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('counts, places and parents fit together', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const tree = read(json);
        for (let node = 1; node < tree.size; node++) {
          const parent = tree.parent(node) ?? -1;
          expect(tree.depth(node)).toBe(tree.depth(parent) + 1);
          expect(tree.position(node)).toBeLessThan(tree.children(parent));
          expect(node).toBeLessThan(tree.after(parent));
        }
      }),
    );
  });

  test('is none of what is no JSON', () => {
    for (const text of ['', '{', '[1,]', '{"a"}', '1 2', '{"a":1,}'])
      expect(finish(readJsonTree(text))).toBeUndefined();
  });

  test('is read in steps, far apart enough to matter and near enough to stop', () => {
    const steps = [...readJsonTree(`[${'1,'.repeat(100_000)}1]`)];
    expect(steps.length).toBeGreaterThan(50);
  });

  test('is read from a text that nests deeper than any stack', () => {
    expect(read('['.repeat(200_000) + ']'.repeat(200_000)).size).toBe(200_000);
  });
});

describe('an outline', () => {
  test('shows numbers as they were written, and equal keys each', () => {
    expect(drawn(outline('{"n":12345678901234567890,"n":1.0e+2,"n":-0}'))).toEqual([
      '- object',
      '  "n": 12345678901234567890',
      '  "n": 1.0e+2',
      '  "n": -0',
    ]);
  });

  test('opens as many levels as there is room for, and at least one', () => {
    const text = '{"a":[1,2,3],"b":{"c":{}}}';
    expect(drawn(outline(text, 100)).length).toBe(7);
    expect(drawn(outline(text, 6))).toEqual(['- object', '  + "a": array', '  + "b": object']);
    expect(drawn(outline(text, 1)).length).toBe(3);
  });

  test('opens and closes what is in it, and to a depth', () => {
    const shown = outline('{"a":[1,{"b":2}]}', 1);
    shown.toggle(1);
    expect(drawn(shown)).toEqual(['- object', '  - "a": array', '    1', '    + object']);
    shown.toggle(0);
    expect(drawn(shown)).toEqual(['+ object']);
    shown.openLevels(9);
    expect(drawn(shown).at(-1)).toBe('      "b": 2');
  });

  test('opens JSON in a string, and JSON in a string of that', () => {
    const text = JSON.stringify({ body: JSON.stringify({ inner: JSON.stringify([7]) }) });
    const shown = outline(text);
    shown.toggle(1);
    shown.toggle(3);
    expect(drawn(shown)).toEqual([
      '- object',
      '  - "body": string',
      '    - object',
      '      - "inner": string',
      '        - array',
      '          7',
    ]);
    expect(shown.path(5)).toBe('.body | fromjson | .inner | fromjson | .[0]');
    expect(shown.parent(4)).toBe(3);
  });

  test('folds a long string, and opens it into pieces that make it up', () => {
    const long = `first 😀\n${'x'.repeat(500)}`;
    const shown = outline(JSON.stringify([long]));
    expect(shown.length).toBe(2);
    shown.toggle(1);
    const pieces = drawn(shown)
      .slice(2)
      .map((line) => line.slice(4));
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.join('')).toBe(long.replace('\n', ''));
    expect(shown.copy(3)).toBe(long);
  });

  test('takes what only looks like JSON in a string for text', () => {
    const shown = outline('["[x]"]');
    shown.toggle(1);
    expect(drawn(shown)).toEqual(['- array', '  - string', '    [x]']);
  });

  test('names where a value is as jq does', () => {
    const shown = outline('{"a":[{"b c":1}],"\\u0061":2}');
    expect(Array.from({ length: shown.length }, (_, at) => shown.path(at))).toEqual([
      '.',
      '.a',
      '.a[0]',
      '.a[0]."b c"',
      '."\\u0061"',
    ]);
    expect(outline('[[1]]').path(2)).toBe('.[0][0]');
  });

  test('copies a string as its text, numbers as written, and lays out the rest', () => {
    const shown = outline('["a\\"b",1.0,{"c":[]}]');
    expect([1, 2, 3].map((at) => shown.copy(at))).toEqual(['a"b', '1.0', '{\n  "c": []\n}']);
  });
});
