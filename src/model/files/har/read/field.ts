import { isRecord } from '#protocol';
import type { RemarkKey, RemarkList } from '../../../session/remarks.ts';
import { HarError } from './error.ts';
import { fromEpoch, timeOf } from './times/units.ts';

/**
 * A value in a file, and where it stands there. Nothing of a file is taken on trust: each reader gives the value if
 * it is of its kind and throws a `HarError` with the path if it is not. `or` has something else instead, and remarks it.
 */
export class Field {
  readonly value: unknown;
  readonly #parent: Field | undefined;
  readonly #key: string | number;
  readonly #remarks: RemarkList | undefined;

  constructor(value: unknown, parent?: Field, key: string | number = '', remarks?: RemarkList) {
    this.value = value;
    this.#parent = parent;
    this.#key = key;
    this.#remarks = parent ? parent.#remarks : remarks;
  }

  /** Such as `log.entries[3].time`. */
  get path(): string {
    const parent = this.#parent?.path ?? '';
    if (typeof this.#key === 'number') return `${parent}[${this.#key}]`;
    return parent ? `${parent}.${this.#key}` : this.#key;
  }

  get isObject(): boolean {
    return isRecord(this.value) && !Array.isArray(this.value);
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

  /** A number, though it may be written in a string. */
  numeric(): number {
    const value =
      typeof this.value === 'string' && this.value.trim() !== '' ? Number(this.value) : this.value;
    return typeof value === 'number' && Number.isFinite(value) ? value : this.refuse('number');
  }

  string(): string {
    return typeof this.value === 'string' ? this.value : this.refuse('string');
  }

  /** A string, or what is one as soon as it is written down. */
  text(): string {
    return typeof this.value === 'number' || typeof this.value === 'boolean'
      ? String(this.value)
      : this.string();
  }

  strings(): string[] {
    return this.items().map((item) => item.string());
  }

  boolean(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.refuse('boolean');
  }

  /** A date, in ms since the epoch; of the years in which there are WebSockets. */
  date(): number {
    const time = fromEpoch(timeOf(this.value));
    return Number.isNaN(time) ? this.refuse('date') : time;
  }

  oneOf<T extends string>(words: readonly T[]): T {
    return words.find((word) => word === this.value) ?? this.refuse(words.join(' | '));
  }

  /** What `read` makes of the field, or `undefined` where the field is missing or null. */
  maybe<T>(read: (field: Field) => T): T | undefined {
    return this.value === undefined || this.value === null ? undefined : read(this);
  }

  /** What `read` makes of the field; where it is missing, or, which is remarked, not what it should be, something else. */
  or<T, U>(read: (field: Field) => T, instead: U): T | U {
    if (this.value === undefined || this.value === null) return instead;
    try {
      return read(this);
    } catch (error) {
      if (!(error instanceof HarError)) throw error;
      this.remark('repaired', error.detail);
      return instead;
    }
  }

  /** The items of a list that are objects; others are left out, which is remarked. None where it is no list. */
  records(): Field[] {
    const items = this.or((field) => field.items(), []);
    return items.filter((item) => {
      if (!item.isObject) item.remark('leftOut', 'object');
      return item.isObject;
    });
  }

  /** Notes that something is odd here. */
  remark(key: RemarkKey, detail = ''): void {
    this.#remarks?.add(key, () => this.path, detail);
  }

  /** @throws HarError that says what the field should have been */
  refuse(expected: string): never {
    throw new HarError('harField', this.path, expected);
  }
}
