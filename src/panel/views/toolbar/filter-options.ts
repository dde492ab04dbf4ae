import { type Session, suggest } from '#model';
import type { FilterMemory } from './filter-memory.ts';

/** A filter, and where the caret stands in it, in UTF-16 units. */
export interface Written {
  readonly text: string;
  readonly caret: number;
}

/** What is offered below the filter box. */
export interface FilterOption {
  readonly kind: 'saved' | 'recent' | 'part';
  /** What is offered: a whole filter, or the part that would be written. */
  readonly text: string;
  /** Message of _locales that explains it, and what fills its gap. */
  readonly key: string;
  readonly detail: string;
  /** What the box holds once it is taken. */
  readonly next: Written;
}

/** The ways to go on from what is written: filters known from before where nothing is yet, and parts of the language. */
export function filterOptions(
  { text, caret }: Written,
  session: Session,
  memory: FilterMemory,
): FilterOption[] {
  const known = text === '' ? [...wholes('saved', memory.saved), ...wholes('recent', memory.recent)] : [];
  return [...known, ...parts(text, caret, session)];
}

const wholes = (kind: 'saved' | 'recent', filters: readonly string[]): FilterOption[] =>
  filters.map((text) => ({
    kind,
    text,
    key: kind === 'saved' ? 'filterSaved' : 'filterRecent',
    detail: '',
    next: { text, caret: text.length },
  }));

const parts = (written: string, caret: number, session: Session): FilterOption[] =>
  suggest(written, caret, session).map(({ text, from, to, key, detail }) => ({
    kind: 'part',
    text,
    key,
    detail,
    next: { text: written.slice(0, from) + text + written.slice(to), caret: from + text.length },
  }));
