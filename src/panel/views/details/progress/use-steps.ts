import { type Signal, signal } from '@preact/signals';
import type { Inputs } from 'preact/hooks';
import { useEffect, useMemo } from 'preact/hooks';
import { useFenced } from '#panel/views/fence/use-fenced.ts';

/** How far work has come that is done in steps, and in the end what came of it. */
export type Progress<T> =
  | { readonly done: false; readonly at: number }
  | { readonly done: true; readonly value: T };

/** For how long one turn may work before the browser gets to paint, in ms. */
const TURN = 10;

/**
 * Does work that comes in steps without keeping the panel from answering: a first turn at once, so that what is
 * short is there when it is first drawn, the rest in turns. It begins anew, and what was begun is dropped, when the
 * inputs change.
 */
export function useSteps<T>(begin: () => Generator<number, T>, inputs: Inputs): Progress<T> {
  const turns = useMemo(() => new Turns(begin()), inputs);
  const fenced = useFenced();
  useEffect(() => turns.goOn(fenced), [turns]);
  return turns.progress.value;
}

class Turns<T> {
  readonly progress: Signal<Progress<T>> = signal({ done: false, at: 0 });
  readonly #work: Generator<number, T>;

  constructor(work: Generator<number, T>) {
    this.#work = work;
    this.#turn();
  }

  /** Takes turns until the work is done, or throws; gives what stops it. */
  goOn(fenced: ReturnType<typeof useFenced>): () => void {
    if (this.progress.peek().done) return () => undefined;
    const turn = fenced(() => {
      this.#turn();
      return !this.progress.peek().done;
    });
    const timer = setInterval(() => {
      if (!turn()) clearInterval(timer);
    });
    return () => clearInterval(timer);
  }

  #turn(): void {
    const end = performance.now() + TURN;
    for (;;) {
      const step = this.#work.next();
      if (!step.done && performance.now() < end) continue;
      this.progress.value = step.done ? { done: true, value: step.value } : { done: false, at: step.value };
      return;
    }
  }
}
