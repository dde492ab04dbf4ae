import { list, seal } from '#hook/natives.ts';

/** First in, first out, over an array that is cut when half of it is spent. Poisoned Array prototypes do not reach it. */
export class Queue<T> {
  #items = list<T>();
  #head = 0;

  get length(): number {
    return this.#items.length - this.#head;
  }

  /** The item at a position from the oldest, 0, to the newest. */
  at(position: number): T | undefined {
    return this.#items[this.#head + position];
  }

  push(item: T): void {
    this.#items[this.#items.length] = item;
  }

  shift(): T | undefined {
    const item = this.#items[this.#head];
    if (item === undefined) return undefined;
    this.#items[this.#head++] = undefined as T;
    if (this.#head > 1024 && this.#head * 2 > this.#items.length) this.#compact();
    return item;
  }

  #compact(): void {
    const rest = list<T>();
    for (let i = this.#head; i < this.#items.length; i++) rest[rest.length] = this.#items[i] as T;
    this.#items = rest;
    this.#head = 0;
  }
}

seal(Queue);
