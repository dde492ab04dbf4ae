import { batch, signal } from '@preact/signals';
import {
  compactJson,
  hexBytes,
  parseHex,
  prettyJson,
  type Row,
  type Session,
  type SocketRecord,
  scanJson,
  toBase64,
} from '#model';
import { tick } from '#panel/tick.ts';
import type { Key } from '#panel/words.ts';
import type { Sendable } from '#protocol';

export const modes = ['text', 'json', 'hex'] as const;

/** How what is in the editor is meant: as it is, as JSON that must be right, as bytes in hexadecimal. */
export type Mode = (typeof modes)[number];

/** Why a draft cannot go out: a message of _locales and its details. */
export interface Flaw {
  readonly key: Key;
  readonly details: readonly string[];
}

/** Longer texts are taken over as they are, in UTF-16 units: to lay them out takes more than a moment. */
const LAID_OUT = 1_000_000;

export const isFlaw = (value: Sendable | Flaw): value is Flaw => 'key' in value;

/** What names a socket in every session that has it: clearing makes records anew. */
interface SocketName {
  readonly document: string;
  readonly id: number;
  readonly url: string;
}

const nameOf = ({ document, id, url }: SocketRecord): SocketName => ({ document: document.key, id, url });

const isOf = (name: SocketName, { document, id }: SocketRecord): boolean =>
  document.key === name.document && id === name.id;

/** Whether a socket is the same connection made anew. */
const goesOn = ({ url }: SocketName, socket: SocketRecord): boolean =>
  socket.url === url && socket.place === 'page' && socket.state !== 'closed';

/** The message that is being written, and the socket that it is for. */
export class Draft {
  readonly text = signal('');
  readonly mode = signal<Mode>('text');
  /** Whether JSON goes out without the white space that it is laid out with. */
  readonly compact = signal(true);
  /** Moves when something other than typing has changed the text, so that the editor must take it over. */
  readonly loaded = signal(0);
  readonly #socket = signal<SocketName | undefined>(undefined);
  /** Whether the socket was aimed at because there is text, and not by a person. */
  #isHeld = false;

  aim(socket: SocketRecord): void {
    this.#isHeld = false;
    this.#socket.value = nameOf(socket);
  }

  /** While there is text its target does not move: `target` is what it was written for. */
  hold(target: SocketRecord | undefined): void {
    const isWritten = this.text.peek() !== '';
    if (isWritten && !this.#socket.peek() && target) {
      this.#socket.value = nameOf(target);
      this.#isHeld = true;
    } else if (!isWritten && this.#isHeld) {
      this.#socket.value = undefined;
      this.#isHeld = false;
    }
  }

  /**
   * The socket that was aimed at, over a reload the newest one to the same URL; else the only one chosen, that of the
   * selected row, or the only one that is open. None of a file.
   */
  target(session: Session, chosen: ReadonlySet<number>, selected?: number): SocketRecord | undefined {
    if (!session.live) return undefined;
    const { sockets, rows } = session;
    const name = this.#socket.value;
    if (name)
      return sockets.find((socket) => isOf(name, socket)) ?? sockets.findLast((each) => goesOn(name, each));
    const [only] = chosen.size === 1 ? chosen : [];
    const pointed = only ?? (selected === undefined ? undefined : rows.socketIndex(selected));
    if (pointed !== undefined && sockets[pointed]?.place === 'page') return sockets[pointed];
    const open = sockets.filter(({ state, place }) => state === 'open' && place === 'page');
    return open.length === 1 ? open[0] : undefined;
  }

  /** Takes a message over for editing. */
  load(row: Row): void {
    batch(() => {
      if (row.socket.place === 'page') this.aim(row.socket);
      if (row.data instanceof Uint8Array) this.#put('hex', hexBytes(row.data));
      else this.#put('text', row.data ?? '');
      this.layOut();
    });
  }

  /** Lays JSON out, line by line; any other text stays as it is. */
  layOut(): void {
    const text = this.text.peek();
    const isStructure = this.mode.peek() !== 'hex' && /^\s*[{[]/.test(text) && text.length < LAID_OUT;
    const laidOut = isStructure ? prettyJson(text) : undefined;
    if (laidOut !== undefined) this.#put('json', laidOut);
  }

  /** The draft as a command carries it, or what is wrong with it. */
  sendable(): Sendable | Flaw {
    const text = this.text.peek();
    if (this.mode.peek() === 'hex') return hexSendable(text);
    if (this.mode.peek() === 'text') return { text };
    return jsonFlaw(text) ?? { text: this.compact.peek() ? (compactJson(text) ?? text) : text };
  }

  #put(mode: Mode, text: string): void {
    this.mode.value = mode;
    this.text.value = text;
    tick(this.loaded);
  }
}

function jsonFlaw(text: string): Flaw | undefined {
  const fault = scanJson(text, () => undefined);
  if (!fault) return undefined;
  return fault.ended
    ? { key: 'jsonEnded', details: [] }
    : { key: 'jsonAt', details: placeIn(text, fault.at) };
}

function hexSendable(text: string): Sendable | Flaw {
  const read = parseHex(text);
  return read.ok ? { base64: toBase64(read.bytes) } : { key: read.key, details: placeIn(text, read.at) };
}

/** Line and column of a place in a text, from 1. */
function placeIn(text: string, at: number): string[] {
  const lines = text.slice(0, at).split('\n');
  return [lines.length, (lines.at(-1)?.length ?? 0) + 1].map(String);
}
