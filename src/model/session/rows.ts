import type { Author } from '#protocol';
import { Column } from '../column.ts';
import type { Packs } from '../packs/packs.ts';
import { Payloads } from '../packs/payloads.ts';
import { byteLength, type Data } from '../payload/data.ts';
import { isMessage, type Part, type Row, type RowType, rowTypes } from './row.ts';
import type { SocketRecord } from './socket.ts';

/** What a row is made of. */
export interface NewRow {
  readonly type: RowType;
  /** ms since the epoch. */
  readonly time: number;
  readonly socket: SocketRecord;
  readonly author?: Author | undefined;
  readonly form?: string | undefined;
  readonly data?: Data;
  /** Bytes on the wire, where `data` cannot tell because it is cut or still to come. */
  readonly size?: number | undefined;
  readonly stack?: string | undefined;
  readonly error?: string | undefined;
  readonly note?: string | undefined;
  readonly bufferedBefore?: number | undefined;
  readonly bufferedAfter?: number | undefined;
  readonly part?: Part | undefined;
}

/** Bytes that a row has on the wire. */
export const sizeOf = ({ type, data, size }: NewRow): number =>
  size ?? (isMessage(type) ? byteLength(data) : 0);

/** Strings that repeat, each kept once and named by a number. */
class Names {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  name(number: number): string {
    return this.#names[number] ?? '';
  }
}

/**
 * The rows of a session, in columns: a million of them must cost little more than their payloads. Those may be on disk,
 * the oldest first: a row then has a handle in their place.
 */
export class Rows {
  readonly #type = new Column(Uint8Array);
  readonly #time = new Column(Float64Array);
  readonly #socket = new Column(Uint32Array);
  readonly #size = new Column(Uint32Array);
  readonly #panel = new Column(Uint8Array);
  readonly #form = new Column(Uint16Array);
  readonly #stack = new Column(Uint32Array);
  readonly #before = new Column(Uint32Array);
  readonly #after = new Column(Uint32Array);
  readonly #errors = new Map<number, string>();
  readonly #notes = new Map<number, string>();
  readonly #parts = new Map<number, Part>();
  readonly #forms = new Names();
  readonly #stacks = new Names();
  readonly #sockets: readonly SocketRecord[];
  /** What the rows carry, in memory or on disk. */
  readonly payloads: Payloads;

  /** @param sockets the session's sockets, by index; may grow later */
  constructor(sockets: readonly SocketRecord[], packs?: Packs) {
    this.#sockets = sockets;
    this.payloads = new Payloads(this.#size, packs);
  }

  get length(): number {
    return this.payloads.length;
  }

  /** Appends a row and gives its index. @param handle where its payload is, if that is on disk */
  push(row: NewRow, handle = 0): number {
    const index = this.length;
    this.#type.push(rowTypes.indexOf(row.type));
    this.#time.push(row.time);
    this.#socket.push(row.socket.index);
    this.#size.push(sizeOf(row));
    this.#panel.push(row.author === 'panel' ? 1 : 0);
    this.#form.push(this.#forms.number(row.form ?? ''));
    this.#stack.push(this.#stacks.number(row.stack ?? ''));
    this.#before.push(row.bufferedBefore ?? 0);
    this.#after.push(row.bufferedAfter ?? 0);
    if (row.error !== undefined) this.#errors.set(index, row.error);
    this.annotate(index, row.note);
    if (row.part) this.#parts.set(index, row.part);
    if (handle === 0) this.payloads.push(row.data);
    else this.payloads.pushHandle(handle);
    return index;
  }

  type(index: number): RowType {
    return rowTypes[this.#type.at(index)] ?? 'message';
  }

  /** ms since the epoch. */
  time(index: number): number {
    return this.#time.at(index);
  }

  /** Position of the row's socket in `session.sockets`. */
  socketIndex(index: number): number {
    return this.#socket.at(index);
  }

  /** Bytes on the wire. */
  size(index: number): number {
    return this.#size.at(index);
  }

  /** @throws Away where it is on disk and not at hand */
  data(index: number): Data {
    return this.payloads.at(index);
  }

  author(index: number): Author {
    return this.#panel.at(index) === 1 ? 'panel' : 'page';
  }

  form(index: number): string {
    return this.#forms.name(this.#form.at(index));
  }

  error(index: number): string | undefined {
    return this.#errors.get(index);
  }

  /** What a person noted about a row: empty where it is marked and no more, `undefined` where it is not marked. */
  note(index: number): string | undefined {
    return this.#notes.get(index);
  }

  /** What a person noted about any rows, each once. */
  get notes(): ReadonlySet<string> {
    return new Set(this.#notes.values());
  }

  /** Marks a row, with a note that may be empty; `undefined` takes the mark away. */
  annotate(index: number, note: string | undefined): void {
    if (note === undefined) this.#notes.delete(index);
    else this.#notes.set(index, note);
  }

  /** A row with its payload, from disk where it is there. Rejects with what the disk says. */
  async whole({ away, ...row }: Row): Promise<Row> {
    return away ? { ...row, data: await this.payloads.bring(row.index) } : row;
  }

  /** The whole row, but for a payload that is on disk; `undefined` past the end. */
  get(index: number): Row | undefined {
    const socket = this.#sockets[this.socketIndex(index)];
    if (index < 0 || index >= this.length || !socket) return undefined;
    const type = this.type(index);
    const error = this.error(index);
    const note = this.note(index);
    const part = this.#parts.get(index);
    return {
      index,
      type,
      time: this.time(index),
      socket,
      author: this.author(index),
      size: this.size(index),
      ...this.payloads.glimpse(index),
      stack: this.#stacks.name(this.#stack.at(index)),
      ...(isMessage(type) && { direction: type === 'send' ? 'out' : 'in', form: this.form(index) }),
      ...(type === 'send' && {
        bufferedBefore: this.#before.at(index),
        bufferedAfter: this.#after.at(index),
      }),
      ...(error !== undefined && { error }),
      ...(note !== undefined && { note }),
      ...(part && { part }),
    };
  }
}
