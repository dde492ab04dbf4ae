/** What there is to tell of a disk. */
export interface Trouble {
  readonly key: 'diskRefused' | 'diskUnreadable';
  /** What the browser said. */
  readonly reason: string;
}
