import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish, jsonLines, readJsonTree } from '#model';

/** The lines of a JSON text. */
function linesOf(text: string): readonly string[] {
  const tree = finish(readJsonTree(text));
  if (!tree) throw new Error(`${text} is no JSON`);
  return finish(jsonLines(tree));
}

/** The same value with the keys of its objects in the order in which they are written. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const written = (key: string) => JSON.stringify(key);
  const entries = Object.entries(value).sort(([a], [b]) => (written(a) < written(b) ? -1 : 1));
  return new Map(entries.map(([key, inner]) => [key, inOrder(inner)]));
}

/** JSON.stringify with two spaces, which would put the keys that are numbers first. */
function written(value: unknown, indent = ''): string {
  const inner = `${indent}  `;
  const list = (opens: string, parts: string[], closes: string) =>
    parts.length === 0
      ? opens + closes
      : [opens, ...parts.map((part) => inner + part), indent + closes].join('\n');
  if (value instanceof Map)
    return list(
      '{',
      [...value].map(([key, each]) => `${JSON.stringify(key)}: ${written(each, inner)}`),
      '}',
    );
  if (!Array.isArray(value)) return JSON.stringify(value);
  return list(
    '[',
    value.map((each) => written(each, inner)),
    ']',
  );
}

describe('JSON in lines', () => {
  test('has a value a line, its keys in order and no commas', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(linesOf(JSON.stringify(value)).join('\n')).toBe(written(inOrder(value)));
      }),
    );
  });

  test('has equal keys each, as they come, and numbers as they are written', () => {
    expect(linesOf('{"b":1e2,"a":{},"b":0.10,"a":[ ]}')).toEqual([
      '{',
      '  "a": {}',
      '  "a": [ ]',
      '  "b": 1e2',
      '  "b": 0.10',
      '}',
    ]);
  });

  test('is indented no further than a hundred levels', () => {
    const lines = linesOf(`${'['.repeat(200)}${']'.repeat(200)}`);
    expect(lines[150]).toBe(`${' '.repeat(200)}[`);
    expect(lines).toHaveLength(399);
  });

  test('comes in steps, of 2,000 lines', () => {
    const tree = finish(readJsonTree(JSON.stringify(Array(5000).fill(0))));
    expect(tree && [...jsonLines(tree)]).toEqual([2000, 4000]);
  });
});
