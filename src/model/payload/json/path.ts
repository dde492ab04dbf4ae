import type { JsonTree } from './tree.ts';

const NAME = /^"[A-Za-z_][A-Za-z0-9_]*"$/;

/**
 * Where a value is, as jq writes it (https://jqlang.org/manual/#basic-filters): `.a."b c"[0]`, `.` for the whole. The
 * filter box takes it too, as in `json:.a[0]=1`.
 */
export function jsonPath(tree: JsonTree, node: number): string {
  const steps: string[] = [];
  for (let at = node; at !== 0; at = tree.parent(at) ?? 0) steps.push(step(tree, at));
  const path = steps.reverse().join('');
  return path.startsWith('.') ? path : `.${path}`;
}

function step(tree: JsonTree, node: number): string {
  const key = tree.key(node);
  if (key === undefined) return `[${tree.position(node)}]`;
  return `.${NAME.test(key) ? key.slice(1, -1) : key}`;
}

/** A step of a path: a key, or a place in an array, or into the JSON that is in a string. */
export type PathStep = string | typeof FROM_JSON;

export const FROM_JSON = Symbol('fromjson');

const STRING = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`;
const STEP = new RegExp(
  String.raw`\s*(?:\|\s*(?<into>fromjson)\s*(?:\|\s*|$)|\.?\[\s*(?<place>\d+|${STRING})\s*\]|\.?(?<quoted>${STRING})|\.?(?<name>[^\s.[\]"'|]+)|\.(?=$|\s*\|))`,
  'y',
);

/**
 * Reads a path as jq writes it, or as JavaScript and JSONPath do: `.a[0].b`, `a[0]["b c"]`, `$.a`, with `| fromjson |`
 * into the JSON in a string.
 * @returns `undefined` where it is none
 */
export function readPath(text: string): readonly PathStep[] | undefined {
  const path = text.trim().replace(/^\$(?=[.[]|$)/, '');
  const steps: PathStep[] = [];
  for (STEP.lastIndex = 0; STEP.lastIndex < path.length; ) {
    const { groups } = STEP.exec(path) ?? {};
    if (!groups) return undefined;
    const { into, place, quoted, name } = groups;
    if (into !== undefined) steps.push(FROM_JSON);
    else if (name !== undefined) steps.push(name);
    else if (place !== undefined || quoted !== undefined) steps.push(keyOf(place ?? quoted ?? ''));
  }
  return steps;
}

/** What a key says that may be in quotes, as JSON has them or single ones. */
function keyOf(written: string): string {
  const inside = written.replace(/^'(.*)'$/s, (_, text: string) => `"${text.replaceAll('"', '\\"')}"`);
  return inside.startsWith('"') ? readString(inside) : inside;
}

/** What a string in double quotes says: by the rules of JSON, or, where it is none, with `\` before a quote or itself. */
export function readString(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1).replace(/\\(["\\])|"/g, (_, escaped: string | undefined) => escaped ?? '');
  }
}
