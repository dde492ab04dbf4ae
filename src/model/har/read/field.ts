import { isRecord } from '#protocol';
import { HarError } from './error.ts';

/**
 * A value in a file, and where it stands there. Nothing of a file is taken on trust: each reader gives the value if
 * it is of its kind and throws a `HarError` with the path if it is not.
 */
export class Field {
  readonly value: unknown;
  readonly #parent: Field | undefined;
  readonly #key: string | number;

  constructor(value: unknown, parent?: Field, key: string | number = '') {
    this.value = value;
    this.#parent = parent;
    this.#key = key;
  }

  /** Such as `log.entries[3].time`. */
  get path(): string {
    const parent = this.#parent?.path ?? '';
    if (typeof this.#key === 'number') return `${parent}[${this.#key}]`;
    return parent ? `${parent}.${this.#key}` : this.#key;
  }

  /** The field of that name; of what is no object, one with no value. */
  at(name: string): Field {
    return new Field(isRecord(this.value) ? this.value[name] : undefined, this, name);
  }

  items(): Field[] {
    if (!Array.isArray(this.value)) return this.refuse('array');
    return this.value.map((item: unknown, index) => new Field(item, this, index));
  }

  number(): number {
    return typeof this.value === 'number' && Number.isFinite(this.value) ? this.value : this.refuse('number');
  }

  string(): string {
    return typeof this.value === 'string' ? this.value : this.refuse('string');
  }

  strings(): string[] {
    return this.items().map((item) => item.string());
  }

  boolean(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.refuse('boolean');
  }

  /** A date, in ms since the epoch. */
  date(): number {
    const time = Date.parse(this.string());
    return Number.isNaN(time) ? this.refuse('date') : time;
  }

  oneOf<T extends string>(words: readonly T[]): T {
    return words.find((word) => word === this.value) ?? this.refuse(words.join(' | '));
  }

  /** What `read` makes of the field, or `undefined` where the field is missing or null. */
  maybe<T>(read: (field: Field) => T): T | undefined {
    return this.value === undefined || this.value === null ? undefined : read(this);
  }

  /** @throws HarError that says what the field should have been */
  refuse(expected: string): never {
    throw new HarError('harField', this.path, expected);
  }
}
