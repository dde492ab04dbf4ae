import type { HarErrorKey, Remarks } from '#model';
import type { Outline, SlicedRow } from './slices.ts';

/** What a person chose to be opened: a HAR, and lists of its messages that are in files of their own. */
export interface Chosen {
  readonly file: File;
  readonly beside: readonly File[];
}

/** What the worker that reads a file tells: how far it is with looking at the file, the outline, then rows each time it is asked for them, then the end. */
export type Report =
  /** From 0 to 1. */
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'outline'; readonly outline: Outline }
  | { readonly type: 'rows'; readonly rows: readonly SlicedRow[] }
  | { readonly type: 'end'; readonly remarks: Remarks }
  /** It is no HAR that can be read. */
  | {
      readonly type: 'refused';
      readonly key: HarErrorKey;
      readonly where: string;
      readonly detail: string;
    }
  /** The file could not be had. */
  | { readonly type: 'failed'; readonly reason: string };
