import type { Author } from '#protocol';
import { Column } from '../column.ts';
import type { Packs } from '../packs/packs.ts';
import { Payloads } from '../packs/payloads.ts';
import { byteLength, type Data } from '../payload/data.ts';
import {
  type Direction,
  hasPayload,
  isOnWire,
  type Part,
  type Repair,
  type Row,
  type RowType,
  repairs,
  rowTypes,
} from './row.ts';
import { type SocketRecord, socketAt } from './socket.ts';
import { isTime } from './time.ts';

/** What a row is made of. */
export interface NewRow {
  readonly type: RowType;
  /** ms since the epoch. What is no time becomes that of the row before. */
  readonly time: number;
  readonly socket: SocketRecord;
  /** Of a frame, for what is no message; messages have theirs by their type. */
  readonly direction?: Direction | undefined;
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
  readonly repaired?: readonly Repair[] | undefined;
}

/** Bytes that a row has on the wire. */
export const sizeOf = ({ type, data, size }: NewRow): number =>
  size ?? (hasPayload(type) ? byteLength(data) : 0);

/** What a row has one bit for, besides what of it is a guess: those bits are above. */
const flags = { byPanel: 1, out: 2 } as const;
const FLAGS = 2;

const repairBits = (repaired: readonly Repair[]): number =>
  repaired.reduce((bits, repair) => bits | (1 << (FLAGS + repairs.indexOf(repair))), 0);

/** By the bits of rows, so that there is one list for all rows that have the same. */
const repairLists = Array.from({ length: 1 << repairs.length }, (_, bits) =>
  repairs.filter((_, at) => bits & (1 << at)),
);

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
  readonly #flags = new Column(Uint8Array);
  readonly #form = new Column(Uint32Array);
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
    const known = isTime(row.time);
    this.#time.push(known ? row.time : this.time(index - 1));
    this.#socket.push(row.socket.index);
    this.#size.push(sizeOf(row));
    this.#flags.push(
      (row.author === 'panel' ? flags.byPanel : 0) |
        (row.direction === 'out' ? flags.out : 0) |
        repairBits(row.repaired ?? []) |
        (known ? 0 : repairBits(['time'])),
    );
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
    return this.#flags.at(index) & flags.byPanel ? 'panel' : 'page';
  }

  /** Whether it is a message that went over the wire, see `isOnWire`. */
  onWire(index: number): boolean {
    return isOnWire({ type: this.type(index), author: this.author(index), error: this.error(index) });
  }

  /** What of a row is a guess; empty where nothing is. */
  repaired(index: number): readonly Repair[] {
    return repairLists[this.#flags.at(index) >> FLAGS] ?? [];
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

  /** The rows that a person marked, each with its note. */
  get marked(): Iterable<readonly [row: number, note: string]> {
    return this.#notes;
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
    const socket = socketAt(this.#sockets, this.socketIndex(index));
    if (index < 0 || index >= this.length || !socket) return undefined;
    const type = this.type(index);
    const repaired = this.repaired(index);
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
      ...(hasPayload(type) && { direction: this.#direction(index), form: this.form(index) }),
      ...(type === 'send' && {
        bufferedBefore: this.#before.at(index),
        bufferedAfter: this.#after.at(index),
      }),
      ...(error !== undefined && { error }),
      ...(note !== undefined && { note }),
      ...(part && { part }),
      ...(repaired.length > 0 && { repaired }),
    };
  }

  #direction(index: number): Direction {
    const type = this.type(index);
    return type === 'send' || (type === 'frame' && this.#flags.at(index) & flags.out) ? 'out' : 'in';
  }
}
