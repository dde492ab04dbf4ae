import type { Form } from '#protocol';
import { letGo, type Piece } from './arena.ts';
import type { Aside } from './aside.ts';

/** Texts up to this many UTF-16 units are written into the JSON; longer ones are cheaper to copy as they are. */
const INLINE = 16_384;

/**
 * A payload: text, the piece of memory that the bytes were copied into, or a Blob, whose bytes never change. No field is
 * optional: one that is left out would be looked for on Object.prototype, where a page may have put it.
 */
export interface Content {
  readonly form: Form;
  /** UTF-16 units of text, bytes of all else; the true size also where `data` is cut. */
  readonly size: number;
  readonly data: string | Piece | Blob;
  /** Where in its piece the copy begins, in bytes. */
  readonly from: number;
  /** Of `data`, where a limit cut it; else the same as `size`. */
  readonly kept: number;
  /** Of a view that shows a part of its buffer only, in bytes. */
  readonly part: { readonly offset: number; readonly buffer: number } | undefined;
}

/** Whether it is text that is kept whole, and written into the JSON. */
export const isShort = (content: Content | undefined): content is Content =>
  content?.form === 'text' && content.size <= INLINE && content.kept === content.size;

/** Says what a payload is, and has it travel beside the JSON where it is long, or no text. */
export function described({ form, size, data, from, kept, part }: Content, aside: Aside): object {
  let where: object;
  if (typeof data === 'string') where = data.length > INLINE ? aside.addText(data) : { data };
  else
    where = form === 'Blob' ? aside.addBlob(data as Blob, kept) : aside.addBytes(data as Piece, from, kept);
  return { form, size, ...part, ...where };
}

/** The payload is no longer kept. */
export function forget({ form, data }: Content): void {
  if (typeof data !== 'string' && form !== 'Blob') letGo(data as Piece);
}
