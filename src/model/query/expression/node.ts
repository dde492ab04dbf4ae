/** A regular expression as a tree, as far as it matters which texts it is found in: groups only hold things together. */
export type Node =
  | One
  | { readonly kind: 'start' | 'end'; readonly multiline: boolean }
  /** Between a character of a word and another, or not between those. */
  | { readonly kind: 'boundary'; readonly word: One; readonly negated: boolean }
  | { readonly kind: 'all' | 'any'; readonly nodes: readonly Node[] }
  | Repeat
  | Look
  /** What is not regular, or was not understood: a back-reference, a set of strings. */
  | { readonly kind: 'opaque' };

/** One character: a letter, a class, an escape, as it is written. With `u` or `v` that is a code point. */
export interface One {
  readonly kind: 'one';
  readonly source: string;
  readonly flags: string;
}

export interface Repeat {
  readonly kind: 'repeat';
  readonly node: Node;
  readonly min: number;
  readonly max: number;
  readonly greedy: boolean;
}

/** A look ahead, or behind. */
export interface Look {
  readonly kind: 'look';
  readonly node: Node;
  readonly behind: boolean;
  readonly negated: boolean;
}

/** The fewest characters that are in what a node finds. */
export function minLength(node: Node): number {
  switch (node.kind) {
    case 'one':
      return 1;
    case 'all':
      return node.nodes.reduce((sum, each) => sum + minLength(each), 0);
    case 'any':
      return Math.min(...node.nodes.map(minLength));
    case 'repeat':
      return node.min === 0 ? 0 : node.min * minLength(node.node);
    default:
      return 0;
  }
}
