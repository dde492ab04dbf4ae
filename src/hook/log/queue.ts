import { list, method } from '#hook/natives.ts';

const splice = method(Array, 'splice');

/** How many spent places there are at least before an array is cut. */
const SPENT = 1024;

/** First in, first out. */
export interface Queue<T> {
  length(): number;
  /** The item at a position from the oldest, 0, to the newest. */
  at(position: number): T | undefined;
  push(item: T): void;
  /** Of a queue that is not empty. */
  shift(): T;
}

/** A queue over an array that is cut when half of it is spent. Poisoned Array prototypes do not reach it. */
export function queue<T>(): Queue<T> {
  const items = list<T | undefined>();
  let head = 0;
  return {
    length: () => items.length - head,
    at: (position) => items[head + position],
    push(item) {
      items[items.length] = item;
    },
    shift() {
      const item = items[head] as T;
      items[head++] = undefined;
      if (head > SPENT && head * 2 > items.length) {
        splice(items, 0, head);
        head = 0;
      }
      return item;
    },
  };
}
