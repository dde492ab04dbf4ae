import type { Key } from './words.ts';

/** What is told to the person once: a key of _locales and what fills its gaps. */
export interface Notice {
  readonly level: 'info' | 'error';
  readonly key: Key;
  readonly details: readonly string[];
  /** Index of the row that it is about, where it leads to one. */
  readonly row?: number | undefined;
}

/** A dialog that was asked for; each time it is another. */
export interface Asked {
  readonly dialog: 'settings' | 'keys';
}
