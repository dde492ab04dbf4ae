import { findInText, type Pattern } from '../find.ts';
import { FROM_JSON, type PathStep } from './path.ts';
import { finish } from './scan.ts';
import { type JsonTree, readJsonTree } from './tree.ts';

/** A value of a JSON text, and, of a string that can be opened, what in it. */
export interface JsonPlace {
  readonly node: number;
  /** A value of the JSON that is in the string. */
  readonly inside?: JsonPlace;
  /** A place in what a long string says, in UTF-16 units. */
  readonly at?: number;
}

/** A string as long as that, in UTF-16 units, is folded. */
const LONG = 200;

/** The longest string that is read as JSON, in UTF-16 units: it takes some 20 ms. */
const LONGEST_NESTED = 500_000;

/** Whether there is more to see of a value than its line: what is in it, or the whole of a long string. */
export const canOpen = (tree: JsonTree, node: number): boolean =>
  tree.kind(node) === 'string' ? isLong(tree, node) || looksNested(tree, node) : tree.children(node) > 0;

/** What a string says. */
export const stringAt = (tree: JsonTree, node: number): string => JSON.parse(tree.value(node)) as string;

/** The JSON that is in a string; `undefined` where there is none. */
export const nestedAt = (tree: JsonTree, node: number): JsonTree | undefined =>
  looksNested(tree, node) ? finish(readJsonTree(stringAt(tree, node))) : undefined;

/** Follows a path; of equal keys it leads to the last, as `JSON.parse` does. */
export function placeAt(tree: JsonTree, path: readonly PathStep[]): JsonPlace | undefined {
  let node = 0;
  for (const [at, step] of path.entries()) {
    if (step === FROM_JSON) return placeInString(tree, node, path.slice(at + 1));
    const next = childAt(tree, node, step);
    if (next === undefined) return undefined;
    node = next;
  }
  return { node };
}

function placeInString(tree: JsonTree, node: number, path: readonly PathStep[]): JsonPlace | undefined {
  const nested = tree.kind(node) === 'string' ? nestedAt(tree, node) : undefined;
  const inside = nested && placeAt(nested, path);
  return inside && { node, inside };
}

function childAt(tree: JsonTree, parent: number, step: string): number | undefined {
  const isArray = tree.kind(parent) === 'array';
  let found: number | undefined;
  for (let node = parent + 1; node < tree.after(parent); node = tree.after(node)) {
    const name = isArray ? String(tree.position(node)) : JSON.parse(tree.key(node) ?? '""');
    if (name !== step) continue;
    if (isArray) return node;
    found = node;
  }
  return found;
}

/** Values that are looked through in a step. */
const STEP = 1000;

/**
 * Finds the values in whose line of an outline a pattern is found, also in what is in strings that can be opened. In
 * steps of about a millisecond, each of which gives how far it is, from 0 to 1.
 * @param most where to stop
 */
export function* findInJson(
  tree: JsonTree,
  pattern: Pattern,
  most = Number.POSITIVE_INFINITY,
): Generator<number, readonly JsonPlace[]> {
  const places: JsonPlace[] = [];
  for (let node = 0; node < tree.size && places.length < most; node++) {
    if (node % STEP === STEP - 1) yield node / tree.size;
    for (const place of placesIn(tree, node, pattern)) places.push(place);
  }
  return places;
}

function placesIn(tree: JsonTree, node: number, pattern: Pattern): readonly JsonPlace[] {
  const opens = tree.kind(node) === 'string' && canOpen(tree, node);
  const inside = opens ? placesInString(tree, node, pattern) : [];
  const isFound = isIn(inside.length > 0 ? keyText(tree, node) : lineText(tree, node), pattern);
  return isFound ? [{ node }, ...inside] : inside;
}

function placesInString(tree: JsonTree, node: number, pattern: Pattern): readonly JsonPlace[] {
  const nested = nestedAt(tree, node);
  if (nested) return finish(findInJson(nested, pattern)).map((inside) => ({ node, inside }));
  if (!isLong(tree, node)) return [];
  return finish(findInText(stringAt(tree, node), pattern)).map(({ from }) => ({ node, at: from }));
}

const isIn = (text: string, pattern: Pattern) => finish(findInText(text, pattern, 1)).length > 0;

const keyText = (tree: JsonTree, node: number) => {
  const key = tree.key(node);
  return key === undefined ? '' : `${key}: `;
};

/** What an outline has in the line of a value, but for how much is in it. */
const lineText = (tree: JsonTree, node: number) =>
  tree.children(node) > 0 ? keyText(tree, node) : `${keyText(tree, node)}${tree.value(node)}`;

const isLong = (tree: JsonTree, node: number) => tree.length(node) > LONG;

/** Whether a string looks as if JSON were in it. */
function looksNested(tree: JsonTree, node: number): boolean {
  const length = tree.length(node);
  if (length < 4 || length > LONGEST_NESTED) return false;
  return /^"\s*[[{]/.test(tree.value(node, 20)) && /[\]}]\s*"$/.test(tree.value(node).slice(-20));
}
