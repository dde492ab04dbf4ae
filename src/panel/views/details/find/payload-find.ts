import { computed, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { Pattern } from '#model';
import { readSought, type Sought } from './sought.ts';

/** Places in a payload, in their order. */
export interface Found {
  readonly count: number;
  /** Brings a place into view, counted from 0. */
  show(at: number): void;
}

/** Finds places in a payload as a view has it, in steps, each of which gives how far it is, from 0 to 1. */
export type SearchView = (sought: Sought) => Generator<number, Found>;

/** What is looked for in the payload that is shown, and the view that can be searched for it. */
export class PayloadFind {
  /** What was typed; `undefined` while nobody looks for anything. */
  readonly text = signal<string | undefined>(undefined);
  readonly sought = computed(() => readSought(this.text.value ?? ''));
  readonly view = signal<SearchView | undefined>(undefined);
}

/** The search that the views of a payload take part in. */
export const FindContext = createContext(new PayloadFind());

/** Lets the payload be searched as the calling view shows it; `search` is another when the inputs are. */
export function useSearched(search: SearchView, inputs: readonly unknown[]): void {
  const { view } = useContext(FindContext);
  useEffect(() => {
    view.value = search;
    return () => {
      if (view.peek() === search) view.value = undefined;
    };
  }, inputs);
}

/** What to mark in a payload: what is looked for in it, or else what the table was searched for. */
export const useMarks = (highlight: Pattern | undefined): Pattern | undefined =>
  useContext(FindContext).sought.value?.pattern ?? highlight;
