/** What is wrong with a query: each a message of `public/_locales`, with `detail` as $1. */
export type QueryErrorKey =
  /** No regular expression; `detail` says why, in the engine's words. */
  | 'queryRegex'
  /** Nothing stands between the slashes of an expression. */
  | 'queryEmptyRegex'
  /** What stands behind an expression are no flags of one, or one is there twice; `detail` lists them. */
  | 'queryFlag'
  /** A bracket that is not closed. */
  | 'queryUnclosed'
  /** A bracket that closes nothing; in quotes it would be text. */
  | 'queryUnopened'
  /** Something to look for should stand here: beside OR, after -, between brackets. */
  | 'queryMissing'
  /** Brackets within brackets, too deep. */
  | 'queryDepth'
  /** A field's value is none that it can have; `detail` lists those. */
  | 'queryValue'
  /** A field's value is no number or range; `detail` gives examples. */
  | 'queryRange'
  /** Not of the form a.b[0].c=value. */
  | 'queryPath'
  /** To look for it takes too long; `detail` is the number of the row where that was seen, from 1. */
  | 'queryTooSlow'
  /** It went wrong; `detail` likewise. */
  | 'queryFailed';

/** What is wrong with a query and where, in UTF-16 units of its text. */
export interface QueryError {
  readonly key: QueryErrorKey;
  readonly at: number;
  readonly length: number;
  readonly detail: string;
}

/** Thrown while a query is read; `parseQuery` gives its error. */
export class QueryFault {
  readonly error: QueryError;

  constructor(key: QueryErrorKey, at: number, length: number, detail = '') {
    this.error = { key, at, length, detail };
  }
}
