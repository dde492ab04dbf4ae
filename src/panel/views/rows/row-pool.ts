/**
 * Which elements a row has: those of a slot, whose number is its key. A row keeps its slot while it is in the document;
 * one that comes into it takes the slot of one that went.
 */
export class RowPool {
  #size = 0;
  #first = 0;
  #turn = 0;

  /** Holds the rows from `first` on. @param size how many slots there are: an even number */
  hold(first: number, size: number): void {
    const by = first - this.#first;
    // Where hardly a row stays, each takes the elements at its place: to move them in the document would cost more than
    // it saves. By an even number: the look of a slot stays that of its stripe.
    if (Math.abs(by) > size / 2) this.#turn -= by - (by & 1);
    this.#first = first;
    this.#size = size;
  }

  /** The slot of a row that is held. */
  slot(row: number): number {
    return (((row + this.#turn) % this.#size) + this.#size) % this.#size;
  }
}
