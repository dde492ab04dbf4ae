/** What is wrong with a HAR: each a message of `public/_locales`, with `where` as $1 and `detail` as $2. */
export type HarErrorKey =
  /** No JSON. `where` is line:column. */
  | 'harNotJson'
  /** JSON that ends too early. `where` is line:column of its end. */
  | 'harTruncated'
  /** An entry without its messages, or a message, is longer than a string can be. `detail` is the limit in bytes. */
  | 'harTooLarge'
  /** It is packed as `detail`, which cannot be unpacked. */
  | 'harPacked'
  /** It is packed as `detail`, and broken. */
  | 'harBroken'
  /** Unpacked it is more than `detail` GB. */
  | 'harTooMuch'
  /** A zip without a HAR. */
  | 'harNotIn'
  /** JSON, but `where` is not what a HAR has there. */
  | 'harNotHar'
  /** A HAR in which no entry is a WebSocket. */
  | 'harNoWebSockets'
  /** The field at `where` is not `detail`: a type, or a list of what it may be. */
  | 'harField';

/** Why a file could not be read as a HAR, and where in it. */
export class HarError extends Error {
  readonly key: HarErrorKey;
  /** A path such as `log.entries[3]._webSocketMessages[12].time`, or line:column; empty where it is all of the file. */
  readonly where: string;
  readonly detail: string;

  constructor(key: HarErrorKey, where = '', detail = '') {
    super([key, where, detail].filter(Boolean).join(' '));
    this.name = 'HarError';
    this.key = key;
    this.where = where;
    this.detail = detail;
  }
}
