import type { JsonOutline } from '#model';

/** How long a person may take from one letter to the next of what is looked for, in ms. */
const PATIENCE = 800;

/** Letters typed one after another lead to the next line that begins so: https://www.w3.org/WAI/ARIA/apg/patterns/treeview/. */
export class TypeAhead {
  /** What was typed last, in lower case. */
  typed = '';
  #last = Number.NEGATIVE_INFINITY;

  /** Whether a key goes on with what is being typed: a space is a letter then. */
  goesOn({ key, timeStamp }: Pick<KeyboardEvent, 'key' | 'timeStamp'>): boolean {
    return key.length === 1 && timeStamp - this.#last < PATIENCE;
  }

  /**
   * @param at the active line
   * @param now when the key was pressed, in ms on any clock
   * @returns the line that it leads to; `undefined` where none begins so. What is typed next goes on with that: it is
   * no other word, and leads to no other line
   */
  type(key: string, outline: JsonOutline, at: number, now: number): number | undefined {
    const goesOn = this.goesOn({ key, timeStamp: now });
    if (key.length !== 1 || (key === ' ' && !goesOn)) return undefined;
    const letter = key.toLowerCase();
    // The same letter again goes on to the next line that begins with it.
    this.typed = goesOn && this.typed !== letter ? this.typed + letter : letter;
    this.#last = now;
    return outline.lineThatBegins(this.typed, this.typed.length > 1 ? at : at + 1);
  }
}
