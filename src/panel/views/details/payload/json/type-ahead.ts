import type { JsonOutline } from '#model';

/** How long a person may take from one letter to the next of what is looked for, in ms. */
const PATIENCE = 800;

/** So many lines are looked through: some 20 ms. */
const MOST = 50_000;

/** Letters typed one after another lead to the next line that begins so: https://www.w3.org/WAI/ARIA/apg/patterns/treeview/. */
export class TypeAhead {
  #typed = '';
  #last = Number.NEGATIVE_INFINITY;

  /**
   * @param at the active line
   * @param now when the key was pressed, in ms on any clock
   * @returns the line that it leads to; `undefined` where none begins so
   */
  type(key: string, outline: JsonOutline, at: number, now: number): number | undefined {
    const goesOn = now - this.#last < PATIENCE;
    if (key.length !== 1 || (key === ' ' && !goesOn)) return undefined;
    const letter = key.toLowerCase();
    // The same letter again goes on to the next line that begins with it.
    this.#typed = goesOn && this.#typed !== letter ? this.#typed + letter : letter;
    this.#last = now;
    const first = this.#typed.length > 1 ? at : at + 1;
    for (let step = 0; step < Math.min(outline.length, MOST); step++) {
      const line = (first + step) % outline.length;
      if (nameOf(outline, line).startsWith(this.#typed)) return line;
    }
    // Nothing was looked for: the key may mean something else, and does not count.
    this.#last = Number.NEGATIVE_INFINITY;
    return undefined;
  }
}

/** What a line begins with: its key, its place in an array, or, of the whole or a piece of a text, what it is. */
function nameOf(outline: JsonOutline, index: number): string {
  const { tree, node, piece } = outline.line(index);
  const key = tree.key(node)?.slice(1, -1);
  const name = piece ?? key ?? (node > 0 ? String(tree.position(node)) : tree.value(node, 50));
  return name.toLowerCase();
}
