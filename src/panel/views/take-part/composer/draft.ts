import { batch, signal } from '@preact/signals';
import { hexBytes, parseHex, type Row, type Session, type SocketRecord, scanJson, toBase64 } from '#model';
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

export const isFlaw = (value: Sendable | Flaw): value is Flaw => 'key' in value;

/** What names a socket in every session that has it: clearing makes records anew. */
interface SocketName {
  readonly document: string;
  readonly id: number;
}

/** The message that is being written, and the socket that it is for. */
export class Draft {
  readonly text = signal('');
  readonly mode = signal<Mode>('text');
  /** Moves when something other than typing has changed the text, so that the editor must take it over. */
  readonly loaded = signal(0);
  readonly #socket = signal<SocketName | undefined>(undefined);

  aim(socket: SocketRecord): void {
    this.#socket.value = { document: socket.document.key, id: socket.id };
  }

  /** The socket that was aimed at; else the only one chosen, or the last that is open, where there is one. None of a file. */
  target(session: Session, chosen: ReadonlySet<number>): SocketRecord | undefined {
    if (!session.live) return undefined;
    const name = this.#socket.value;
    const [only] = chosen.size === 1 ? chosen : [];
    if (!name && only !== undefined && session.sockets[only]?.place === 'page') return session.sockets[only];
    if (!name) return session.sockets.findLast(({ state, place }) => state === 'open' && place === 'page');
    return session.sockets.find(({ document, id }) => document.key === name.document && id === name.id);
  }

  /** Takes a message over for editing. */
  load(row: Row): void {
    batch(() => {
      if (row.socket.place === 'page') this.aim(row.socket);
      const binary = row.data instanceof Uint8Array;
      this.mode.value = binary ? 'hex' : 'text';
      this.text.value = row.data instanceof Uint8Array ? hexBytes(row.data) : (row.data ?? '');
      this.loaded.value++;
    });
  }

  /** The draft as a command carries it, or what is wrong with it. */
  sendable(): Sendable | Flaw {
    const text = this.text.peek();
    if (this.mode.peek() === 'hex') return hexSendable(text);
    return (this.mode.peek() === 'json' && jsonFlaw(text)) || { text };
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
