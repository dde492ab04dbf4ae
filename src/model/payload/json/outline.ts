import { Column } from '../../column.ts';
import { jsonPath } from './path.ts';
import { canOpen, type JsonPlace, nestedAt, stringAt } from './place.ts';
import { prettyJson } from './pretty.ts';
import type { JsonTree } from './tree.ts';

/** A line of an outline: a value, or a part of a long string that was opened. */
export interface OutlineLine {
  readonly tree: JsonTree;
  readonly node: number;
  /** How far it is indented. */
  readonly depth: number;
  /** Whether what is in it is listed below; absent where there is nothing in it. */
  readonly open?: boolean;
  /** Of an opened string: a piece of its text. */
  readonly piece?: string;
}

/** A tree in an outline: the whole, or the JSON in a string of another. */
interface Branch {
  readonly tree: JsonTree;
  readonly depth: number;
  /** 1 for each value that is open. */
  readonly open: Uint8Array;
  /** What is in the strings that were opened: JSON, or the pieces of a long text. */
  readonly inside: Map<number, number | readonly string[]>;
  /** The string that this tree is in. */
  readonly host: { readonly branch: Branch; readonly node: number } | undefined;
}

/** What is longer is not asked for by the filter, in UTF-16 units. */
const LONGEST_ASKED = 1000;

/** A long string opens into pieces of so many characters. */
const PIECE = 50;

/** The lines of a JSON text as a person has opened and closed its values. */
export class JsonOutline {
  readonly #branches: Branch[] = [];
  /** How many lines may be opened unasked. */
  readonly #room: number;
  #lineBranch = new Column(Uint32Array);
  #lineNode = new Column(Uint32Array);
  /** 0 for a value, from 1 for the pieces of an opened string. */
  #linePiece = new Column(Uint32Array);

  /** @param lines as many levels are open as there is room for in so many lines, but at least the first */
  constructor(tree: JsonTree, lines: number) {
    this.#addBranch(tree, 0, undefined);
    this.#room = lines;
    this.openLevels(levelsWithin(tree, lines));
  }

  get tree(): JsonTree {
    return (this.#branches[0] as Branch).tree;
  }

  /** How many lines there are. */
  get length(): number {
    return this.#lineNode.length;
  }

  line(index: number): OutlineLine {
    const { branch, node, piece } = this.#at(index);
    const { tree } = branch;
    const depth = branch.depth + tree.depth(node);
    if (piece > 0)
      return { tree, node, depth: depth + 1, piece: this.#pieces(branch, node)[piece - 1] ?? '' };
    return { tree, node, depth, ...(canOpen(branch.tree, node) && { open: branch.open[node] === 1 }) };
  }

  /** Opens what is closed and closes what is open. */
  toggle(index: number): void {
    const { branch, node, piece } = this.#at(index);
    if (piece > 0 || !canOpen(branch.tree, node)) return;
    const opens = branch.open[node] === 0;
    if (opens && branch.tree.kind(node) === 'string') this.#openString(branch, node);
    branch.open[node] = opens ? 1 : 0;
    this.#list();
  }

  /** Opens every object and array that is within fewer than `levels` others, and closes all others. */
  openLevels(levels: number): void {
    openBranch(this.#branches[0] as Branch, levels);
    this.#list();
  }

  /** Opens whatever hides a place, and gives its line. */
  reveal(place: JsonPlace): number {
    let number = 0;
    let { node, inside, at } = place;
    for (; inside; { node, inside, at } = inside) {
      const opened = this.#openUpTo(number, node, true);
      if (typeof opened !== 'number') break;
      number = opened;
    }
    this.#openUpTo(number, node, at !== undefined);
    this.#list();
    return this.#lineOf(number, node, at === undefined ? 0 : this.#pieceAt(number, node, at));
  }

  /** The line of what a line is in; `undefined` for the first. */
  parent(index: number): number | undefined {
    const { depth } = this.line(index);
    for (let above = index - 1; above >= 0; above--) if (this.line(above).depth < depth) return above;
    return undefined;
  }

  /**
   * The next line from one on, and round the end, that begins so: with its key, its place in an array, or, of the whole
   * or a piece of a text, with what it is. `beginning` is in lower case; `undefined` where there is none.
   */
  lineThatBegins(beginning: string, from: number): number | undefined {
    for (let step = 0; step < this.length; step++) {
      const line = (from + step) % this.length;
      if (this.#nameOf(line, beginning.length).toLowerCase().startsWith(beginning)) return line;
    }
    return undefined;
  }

  /** Where a line's value is, as jq has it. */
  path(index: number): string {
    let { branch, node } = this.#at(index);
    const steps = [jsonPath(branch.tree, node)];
    while (branch.host) {
      ({ branch, node } = branch.host);
      steps.push('fromjson', jsonPath(branch.tree, node));
    }
    return steps.reverse().join(' | ');
  }

  /**
   * What asks the filter for messages that have a line's value where it is, or, of an object or an array, any there. Of
   * JSON in a string, for its text anywhere.
   * @returns `undefined` for the whole message, and for what is too long or cannot be asked for
   */
  query(index: number): string | undefined {
    const { branch, node, piece } = this.#at(index);
    const { tree, host } = branch;
    const isScalar = !/object|array/.test(tree.kind(node));
    if (piece > 0 || (isScalar && tree.length(node) > LONGEST_ASKED)) return undefined;
    if (host) return isScalar ? phrase(tree.value(node)) : undefined;
    if (node === 0) return undefined;
    const path = jsonPath(tree, node).replace(/^\./, '');
    return isScalar ? `json:${path}=${tree.value(node)}` : `json:${path}`;
  }

  /** A line's value for the clipboard: the text of a string, an object or array laid out, all else as written. */
  copy(index: number): string {
    const { branch, node } = this.#at(index);
    if (branch.tree.kind(node) === 'string') return stringAt(branch.tree, node);
    const value = branch.tree.value(node);
    return prettyJson(value) ?? value;
  }

  /** Opens what a value is in, and, where it is asked for, the string that it is; gives what is in that. */
  #openUpTo(number: number, node: number, itself: boolean): number | readonly string[] | undefined {
    const branch = this.#branches[number] as Branch;
    for (let up = branch.tree.parent(node); up !== undefined; up = branch.tree.parent(up))
      branch.open[up] = 1;
    if (!itself) return undefined;
    this.#openString(branch, node);
    branch.open[node] = 1;
    return branch.inside.get(node);
  }

  /** The piece, from 1, that a place of an opened string is in. */
  #pieceAt(number: number, node: number, at: number): number {
    const branch = this.#branches[number] as Branch;
    const before = pieces(stringAt(branch.tree, node).slice(0, at + 1)).length;
    return Math.min(before, this.#pieces(branch, node).length);
  }

  #lineOf(branch: number, node: number, piece: number): number {
    for (let line = 0; line < this.length; line++) {
      if (this.#lineNode.at(line) !== node || this.#lineBranch.at(line) !== branch) continue;
      if (this.#linePiece.at(line) === piece) return line;
    }
    return 0;
  }

  /** What a line begins with, to so many UTF-16 units. */
  #nameOf(index: number, max: number): string {
    const { branch, node, piece } = this.#at(index);
    if (piece > 0) return this.#pieces(branch, node)[piece - 1] ?? '';
    const { tree } = branch;
    return tree.keyName(node, max) ?? (node > 0 ? String(tree.position(node)) : tree.value(node, max));
  }

  #at(index: number): { branch: Branch; node: number; piece: number } {
    const branch = this.#branches[this.#lineBranch.at(index)] as Branch;
    return { branch, node: this.#lineNode.at(index), piece: this.#linePiece.at(index) };
  }

  #addBranch(tree: JsonTree, depth: number, host: Branch['host']): number {
    const open = new Uint8Array(tree.size);
    return this.#branches.push({ tree, depth, open, inside: new Map(), host }) - 1;
  }

  #openString(branch: Branch, node: number): void {
    if (branch.inside.has(node)) return;
    const tree = nestedAt(branch.tree, node);
    if (!tree) return void branch.inside.set(node, pieces(stringAt(branch.tree, node)));
    const nested = this.#addBranch(tree, branch.depth + branch.tree.depth(node) + 1, { branch, node });
    openBranch(this.#branches[nested] as Branch, levelsWithin(tree, this.#room));
    branch.inside.set(node, nested);
  }

  #pieces({ inside }: Branch, node: number): readonly string[] {
    const found = inside.get(node);
    return typeof found === 'object' ? found : [];
  }

  #list(): void {
    this.#lineBranch = new Column(Uint32Array);
    this.#lineNode = new Column(Uint32Array);
    this.#linePiece = new Column(Uint32Array);
    this.#listBranch(0);
  }

  #listBranch(number: number): void {
    const { tree, open, inside } = this.#branches[number] as Branch;
    for (let node = 0; node < tree.size; ) {
      this.#push(number, node, 0);
      if (open[node] === 0) {
        node = tree.after(node);
        continue;
      }
      const within = inside.get(node);
      if (typeof within === 'number') this.#listBranch(within);
      else
        within?.forEach((_, piece) => {
          this.#push(number, node, piece + 1);
        });
      node++;
    }
  }

  #push(branch: number, node: number, piece: number): void {
    this.#lineBranch.push(branch);
    this.#lineNode.push(node);
    this.#linePiece.push(piece);
  }
}

/** Opens every object and array that is within fewer than `levels` others, and closes all others. */
function openBranch({ tree, open }: Branch, levels: number): void {
  for (let node = 0; node < tree.size; node++)
    open[node] = tree.children(node) > 0 && tree.depth(node) < levels ? 1 : 0;
}

/** How many levels may be open so that there are no more lines than that, but at least one. */
function levelsWithin(tree: JsonTree, lines: number): number {
  const widths: number[] = [];
  for (let node = 0; node < tree.size; node++) {
    const depth = tree.depth(node);
    widths[depth] = (widths[depth] ?? 0) + 1;
  }
  let sum = 0;
  const tooDeep = widths.findIndex((width) => {
    sum += width;
    return sum > lines;
  });
  return Math.max(1, tooDeep === -1 ? widths.length : tooDeep - 1);
}

/** A value in quotes for the filter; what is escaped in a string is escaped otherwise in the string that it is in. */
const phrase = (value: string): string | undefined => {
  const text = value.replace(/^"(.*)"$/s, '$1');
  return text === '' || /["\\]/.test(text) ? undefined : `"${text}"`;
};

/** A text in lines, those that are long in several. */
const pieces = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => line.match(PIECES) ?? ['']);

const PIECES = new RegExp(`.{1,${PIECE}}`, 'gsu');
