import type { Data } from '../payload/data.ts';

/** Bytes that stay in memory of a payload on disk: one that says what it is, and its beginning. */
export const BEGINNING = 24;

const BINARY = 0x80;
const CUT = 0x40;
const LENGTH = 0x3f;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The beginnings of payloads, for what is shown of them in a line. They lie in one array: strings would take twice as much. */
export class Beginnings {
  readonly #bytes: Uint8Array<ArrayBuffer>;

  /** @param cut tells by its place whether less of a payload was kept than there was */
  constructor(payloads: readonly Data[], cut: (place: number) => boolean) {
    this.#bytes = new Uint8Array(payloads.length * BEGINNING);
    payloads.forEach((payload, place) => {
      this.#bytes[place * BEGINNING] = write(payload, this.#slot(place)) | (cut(place) ? CUT : 0);
    });
  }

  /** The beginning of the payload at a place. A lone surrogate is U+FFFD in it. */
  at(place: number): Data {
    const head = this.#bytes[place * BEGINNING] ?? 0;
    const bytes = this.#slot(place).subarray(0, head & LENGTH);
    return head & BINARY ? bytes : decoder.decode(bytes);
  }

  isCut(place: number): boolean {
    return ((this.#bytes[place * BEGINNING] ?? 0) & CUT) !== 0;
  }

  #slot(place: number): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(place * BEGINNING + 1, (place + 1) * BEGINNING);
  }
}

/** Writes as much of a payload as there is room for; gives its kind and the bytes written. */
function write(payload: Data, slot: Uint8Array<ArrayBuffer>): number {
  if (typeof payload !== 'object') {
    // A character is never written in part.
    return encoder.encodeInto(payload?.slice(0, slot.length) ?? '', slot).written;
  }
  const begun = payload.subarray(0, slot.length);
  slot.set(begun);
  return BINARY | begun.length;
}
