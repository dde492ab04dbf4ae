import type { JsonTree } from './tree.ts';

const INDENT = '  ';
const DEEPEST = 100;

/** Lines in a step. */
const STEP = 2000;

/**
 * JSON in lines to be compared: a value a line, keys in one order and no commas, so that what means the same reads the
 * same and a new last value leaves the line before it alone. Numbers stay as they were written, equal keys each.
 * Done in steps of about a millisecond, each of which gives how many lines there are.
 */
export function* jsonLines(tree: JsonTree): Generator<number, readonly string[]> {
  const lines: string[] = [];
  // A stack of its own: a hostile text nests deeper than the engine's goes.
  const left: (number | string)[] = [0];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === 'string') lines.push(next);
    else if (tree.children(next) === 0) lines.push(`${begin(tree, next)}${tree.value(next)}`);
    else {
      const [opens, closes] = tree.kind(next) === 'object' ? '{}' : '[]';
      lines.push(`${begin(tree, next)}${opens}`);
      left.push(`${indent(tree, next)}${closes}`);
      for (const inside of inOrder(tree, next)) left.push(inside);
    }
    if (lines.length % STEP === 0) yield lines.length;
  }
  return lines;
}

const indent = (tree: JsonTree, node: number) => INDENT.repeat(Math.min(tree.depth(node), DEEPEST));

function begin(tree: JsonTree, node: number): string {
  const key = tree.key(node);
  return `${indent(tree, node)}${key === undefined ? '' : `${key}: `}`;
}

/** What is directly in a value, last first. */
function inOrder(tree: JsonTree, parent: number): number[] {
  const inside: number[] = [];
  for (let node = parent + 1; node < tree.after(parent); node = tree.after(node)) inside.push(node);
  if (tree.kind(parent) === 'object')
    inside.sort((a, b) => compare(tree.key(a) ?? '', tree.key(b) ?? '') || a - b);
  return inside.reverse();
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
