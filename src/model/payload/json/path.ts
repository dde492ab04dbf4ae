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
