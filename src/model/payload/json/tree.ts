import { Column } from '../../column.ts';
import { type JsonToken, scanJsonInSteps } from './scan.ts';

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'word';

/**
 * The values of a JSON text, numbered in the order in which they begin: 0 is the whole, and what is in a value comes
 * right after it. Only where they stand is kept, in columns: a text of 5 MB may have half a million of them, and each
 * is shown as it was written.
 */
export class JsonTree {
  readonly text: string;
  readonly #from = new Column(Uint32Array);
  readonly #to = new Column(Uint32Array);
  readonly #keyFrom = new Column(Uint32Array);
  readonly #keyTo = new Column(Uint32Array);
  readonly #parent = new Column(Uint32Array);
  readonly #after = new Column(Uint32Array);
  readonly #depth = new Column(Uint32Array);
  readonly #position = new Column(Uint32Array);
  readonly #children = new Column(Uint32Array);

  /** @param text JSON, of which the values are then told by `add` and `close` */
  constructor(text: string) {
    this.text = text;
  }

  /** How many values there are. */
  get size(): number {
    return this.#from.length;
  }

  kind(node: number): JsonKind {
    switch (this.text.charAt(this.#from.at(node))) {
      case '{':
        return 'object';
      case '[':
        return 'array';
      case '"':
        return 'string';
      case 't':
      case 'f':
      case 'n':
        return 'word';
      default:
        return 'number';
    }
  }

  /** A value as it was written; the beginning of it where `max` is given, in UTF-16 units. */
  value(node: number, max = Number.POSITIVE_INFINITY): string {
    const from = this.#from.at(node);
    return this.text.slice(from, Math.min(this.#to.at(node), from + max));
  }

  /** Length of a value as it was written, in UTF-16 units. */
  length(node: number): number {
    return this.#to.at(node) - this.#from.at(node);
  }

  /** The key of a value as it was written, with its quotes; `undefined` where it is in no object. */
  key(node: number): string | undefined {
    const to = this.#keyTo.at(node);
    return to === 0 ? undefined : this.text.slice(this.#keyFrom.at(node), to);
  }

  /** The beginning of a key as it was written, without its quotes; `max` in UTF-16 units. */
  keyName(node: number, max: number): string | undefined {
    const to = this.#keyTo.at(node);
    const from = this.#keyFrom.at(node) + 1;
    return to === 0 ? undefined : this.text.slice(from, Math.min(to - 1, from + max));
  }

  /** Where a value begins in the text, with its key. */
  start(node: number): number {
    return this.#keyTo.at(node) === 0 ? this.#from.at(node) : this.#keyFrom.at(node);
  }

  /** What a value is in; `undefined` for the whole. */
  parent(node: number): number | undefined {
    return node === 0 ? undefined : this.#parent.at(node);
  }

  /** The first value that is not in this one. */
  after(node: number): number {
    return this.#after.at(node);
  }

  /** How many values a value is within. */
  depth(node: number): number {
    return this.#depth.at(node);
  }

  /** Place among the values of its parent, from 0. */
  position(node: number): number {
    return this.#position.at(node);
  }

  /** How many values are directly in a value. */
  children(node: number): number {
    return this.#children.at(node);
  }

  /** Adds the next value in the text. The end of an object or array is told later, by `close`. */
  add(
    from: number,
    to: number,
    key: readonly [from: number, to: number],
    parent: number | undefined,
  ): number {
    const node = this.size;
    const position = parent === undefined ? 0 : this.#children.at(parent);
    if (parent !== undefined) this.#children.set(parent, position + 1);
    this.#from.push(from);
    this.#to.push(to);
    this.#keyFrom.push(key[0]);
    this.#keyTo.push(key[1]);
    this.#parent.push(parent ?? 0);
    this.#after.push(node + 1);
    this.#depth.push(parent === undefined ? 0 : this.#depth.at(parent) + 1);
    this.#position.push(position);
    this.#children.push(0);
    return node;
  }

  /** Ends an object or array, at a place in the text. */
  close(node: number, to: number): void {
    this.#to.set(node, to);
    this.#after.set(node, this.size);
  }
}

/**
 * Reads a JSON text in steps of a fraction of a millisecond, each of which gives how far it came, in UTF-16 units.
 * @returns `undefined` where it is no JSON
 */
export function* readJsonTree(text: string): Generator<number, JsonTree | undefined> {
  const reading = new Reading(text);
  const fault = yield* scanJsonInSteps(text, (token, from, to) => reading.take(token, from, to));
  return fault ? undefined : reading.tree;
}

const NO_KEY = [0, 0] as const;

/** Builds a tree from tokens that are known to be in order. */
class Reading {
  readonly tree: JsonTree;
  /** The object or array that the next value is in. */
  #inside: number | undefined;
  #key: readonly [number, number] = NO_KEY;
  #inObject = false;

  constructor(text: string) {
    this.tree = new JsonTree(text);
  }

  take(token: JsonToken, from: number, to: number): void {
    if (token === ',' || token === ':') return;
    if (token === '}' || token === ']') this.#leave(to);
    else if (token === 'string' && this.#inObject && this.#key === NO_KEY) this.#key = [from, to];
    else this.#add(token, from, to);
  }

  #add(token: JsonToken, from: number, to: number): void {
    const node = this.tree.add(from, to, this.#key, this.#inside);
    this.#key = NO_KEY;
    if (token === '{' || token === '[') this.#enter(node);
  }

  #leave(to: number): void {
    if (this.#inside === undefined) return;
    this.tree.close(this.#inside, to);
    this.#enter(this.tree.parent(this.#inside));
  }

  #enter(node: number | undefined): void {
    this.#inside = node;
    this.#inObject = node !== undefined && this.tree.kind(node) === 'object';
  }
}
