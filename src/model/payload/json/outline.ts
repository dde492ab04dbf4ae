import { Column } from '../../column.ts';
import { jsonPath } from './path.ts';
import { prettyJson } from './pretty.ts';
import { finish } from './scan.ts';
import { type JsonTree, readJsonTree } from './tree.ts';

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

/** A string as long as that, in UTF-16 units, is folded, and opens into pieces of PIECE. */
const LONG = 200;
const PIECE = 50;

/** The longest string that is read as JSON, in UTF-16 units: it takes some 20 ms. */
const LONGEST_NESTED = 500_000;

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
    return { tree, node, depth, ...(canOpen(branch, node) && { open: branch.open[node] === 1 }) };
  }

  /** Opens what is closed and closes what is open. */
  toggle(index: number): void {
    const { branch, node, piece } = this.#at(index);
    if (piece > 0 || !canOpen(branch, node)) return;
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

  /** The line of what a line is in; `undefined` for the first. */
  parent(index: number): number | undefined {
    const { depth } = this.line(index);
    for (let above = index - 1; above >= 0; above--) if (this.line(above).depth < depth) return above;
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

  /** A line's value for the clipboard: the text of a string, an object or array laid out, all else as written. */
  copy(index: number): string {
    const { branch, node } = this.#at(index);
    const value = branch.tree.value(node);
    return branch.tree.kind(node) === 'string' ? decoded(value) : (prettyJson(value) ?? value);
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
    const text = decoded(branch.tree.value(node));
    const tree = looksNested(branch.tree, node) ? finish(readJsonTree(text)) : undefined;
    if (!tree) return void branch.inside.set(node, pieces(text));
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

const canOpen = ({ tree }: Branch, node: number) =>
  tree.kind(node) === 'string'
    ? tree.length(node) > LONG || looksNested(tree, node)
    : tree.children(node) > 0;

/** Whether a string looks as if JSON were in it. It is looked into only when it is opened. */
function looksNested(tree: JsonTree, node: number): boolean {
  const length = tree.length(node);
  if (length < 4 || length > LONGEST_NESTED) return false;
  return /^"\s*[[{]/.test(tree.value(node, 20)) && /[\]}]\s*"$/.test(tree.value(node).slice(-20));
}

const decoded = (string: string): string => JSON.parse(string) as string;

/** A text in lines, those that are long in several. */
const pieces = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => line.match(PIECES) ?? ['']);

const PIECES = new RegExp(`.{1,${PIECE}}`, 'gsu');
