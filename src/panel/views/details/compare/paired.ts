import { diffArrays } from 'diff';
import type { JsonTree } from '#model';
import { type DiffLine, wordChanges } from './words.ts';

const INDENT = '  ';
/** What is deeper is not indented further, nor paired: a hostile text nests deeper than the engine's stack goes. */
const DEEPEST = 100;

/** Arrays of up to so many values are aligned by what is in them, longer ones by place. */
const MOST_ALIGNED = 500;

/** Lines in a step. */
const STEP = 500;

/** A value of each of two trees, at the same path. */
interface Pair {
  readonly before: number;
  readonly after: number;
}

/**
 * Two JSON texts in lines, a value a line, paired by path and in the order of the second: what is the same once, what
 * differs as it was and as it is. In steps, each of which gives how many lines there are.
 */
export function* pairedLines(before: JsonTree, after: JsonTree): Generator<number, readonly DiffLine[]> {
  const pairing = new Pairing(before, after);
  yield* pairing.pair({ before: 0, after: 0 });
  return pairing.lines;
}

class Pairing {
  readonly lines: DiffLine[] = [];
  readonly #before: JsonTree;
  readonly #after: JsonTree;

  constructor(before: JsonTree, after: JsonTree) {
    this.#before = before;
    this.#after = after;
  }

  *pair(pair: Pair): Generator<number, void> {
    const [a, b] = [this.#before, this.#after];
    const kind = b.kind(pair.after);
    const isStructure = kind === 'object' || kind === 'array';
    if (this.lines.length % STEP === STEP - 1) yield this.lines.length;
    if (a.kind(pair.before) === kind && isStructure && b.depth(pair.after) < DEEPEST) {
      yield* this.#pairInside(pair, kind === 'object');
    } else if (a.value(pair.before) === b.value(pair.after)) this.#add('both', b, pair.after);
    else if (isScalar(a, pair.before) && isScalar(b, pair.after)) this.#addChanged(pair);
    else {
      this.#addAll('before', a, pair.before);
      this.#addAll('after', b, pair.after);
    }
  }

  *#pairInside(pair: Pair, isObject: boolean): Generator<number, void> {
    const { after } = pair;
    const [opens, closes] = isObject ? '{}' : '[]';
    const depth = this.#after.depth(after);
    this.#push('both', depth, `${keyOf(this.#after, after)}${opens}`);
    for (const child of isObject ? this.#members(pair) : this.#items(pair)) {
      if (child.before === undefined) this.#addAll('after', this.#after, child.after ?? 0);
      else if (child.after === undefined) this.#addAll('before', this.#before, child.before);
      else yield* this.pair({ before: child.before, after: child.after });
    }
    this.#push('both', depth, closes ?? '');
  }

  /** The members of two objects: in the order of the second, with what is gone from the first where it was. */
  #members({ before, after }: Pair): Partial<Pair>[] {
    const [was, is] = [membersOf(this.#before, before), membersOf(this.#after, after)];
    const gone = new Map<string | undefined, number[]>();
    let anchor: string | undefined;
    for (const [key, node] of was)
      if (is.has(key)) anchor = key;
      else gone.set(anchor, [...(gone.get(anchor) ?? []), node]);
    const goneAfter = (key: string | undefined) => (gone.get(key) ?? []).map((node) => ({ before: node }));
    const kept = [...is].flatMap(([key, node]) => {
      const old = was.get(key);
      return [{ after: node, ...(old !== undefined && { before: old }) }, ...goneAfter(key)];
    });
    return [...goneAfter(undefined), ...kept];
  }

  /** The values of two arrays: those that are the same are paired, and between them those in the same place. */
  #items({ before, after }: Pair): Partial<Pair>[] {
    const [was, is] = [childrenOf(this.#before, before), childrenOf(this.#after, after)];
    if (Math.max(was.length, is.length) > MOST_ALIGNED) return zip(was, is);
    const texts = [
      was.map((node) => this.#before.value(node)),
      is.map((node) => this.#after.value(node)),
    ] as const;
    const pairs: Partial<Pair>[] = [];
    let [removed, added]: number[][] = [[], []];
    let [from, to] = [0, 0];
    for (const { value, added: isNew, removed: isGone } of diffArrays([...texts[0]], [...texts[1]])) {
      const { length } = value;
      if (isGone) removed = was.slice(from, from + length);
      else if (isNew) added = is.slice(to, to + length);
      else {
        pairs.push(
          ...zip(removed ?? [], added ?? []),
          ...zip(was.slice(from, from + length), is.slice(to, to + length)),
        );
        [removed, added] = [[], []];
      }
      if (!isNew) from += length;
      if (!isGone) to += length;
    }
    return [...pairs, ...zip(removed ?? [], added ?? [])];
  }

  /** A value and all that is in it. */
  #addAll(side: DiffLine['in'], tree: JsonTree, from: number): void {
    const closing: { readonly after: number; readonly depth: number; readonly sign: string }[] = [];
    const close = (node: number) => {
      for (let last = closing.at(-1); last && last.after <= node; last = closing.at(-1)) {
        this.#push(side, last.depth, last.sign);
        closing.pop();
      }
    };
    for (let node = from; node < tree.after(from); node++) {
      close(node);
      if (tree.children(node) === 0) this.#add(side, tree, node);
      else {
        const [opens, sign = ''] = tree.kind(node) === 'object' ? '{}' : '[]';
        this.#push(side, tree.depth(node), `${keyOf(tree, node)}${opens}`);
        closing.push({ after: tree.after(node), depth: tree.depth(node), sign });
      }
    }
    close(tree.after(from));
  }

  #add(side: DiffLine['in'], tree: JsonTree, node: number): void {
    this.#push(side, tree.depth(node), `${keyOf(tree, node)}${tree.value(node)}`);
  }

  #addChanged({ before, after }: Pair): void {
    const depth = this.#after.depth(after);
    const texts = [
      `${indent(depth)}${keyOf(this.#before, before)}${this.#before.value(before)}`,
      `${indent(depth)}${keyOf(this.#after, after)}${this.#after.value(after)}`,
    ] as const;
    const changes = wordChanges(...texts);
    this.lines.push({ ...changes.before, depth }, { ...changes.after, depth });
  }

  #push(side: DiffLine['in'], depth: number, text: string): void {
    this.lines.push({ in: side, depth, parts: [{ text: `${indent(depth)}${text}`, differs: false }] });
  }
}

const indent = (depth: number) => INDENT.repeat(Math.min(depth, DEEPEST));

const isScalar = (tree: JsonTree, node: number) => tree.children(node) === 0;

function keyOf(tree: JsonTree, node: number): string {
  const key = tree.key(node);
  return key === undefined ? '' : `${key}: `;
}

function childrenOf(tree: JsonTree, parent: number): number[] {
  const children: number[] = [];
  for (let node = parent + 1; node < tree.after(parent); node = tree.after(node)) children.push(node);
  return children;
}

/** The members of an object by key; of equal keys each has a number. */
function membersOf(tree: JsonTree, parent: number): Map<string, number> {
  const members = new Map<string, number>();
  for (const node of childrenOf(tree, parent)) {
    const key = tree.key(node) ?? '';
    let name = key;
    for (let same = 1; members.has(name); same++) name = `${key} ${same}`;
    members.set(name, node);
  }
  return members;
}

const zip = (before: readonly number[], after: readonly number[]): Partial<Pair>[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, at) => {
    const [was, is] = [before[at], after[at]];
    return { ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) };
  });
