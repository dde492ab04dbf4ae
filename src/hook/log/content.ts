import type { Form } from '#protocol';
import { letGo, type Piece } from './arena.ts';
import type { Aside } from './aside.ts';

/** Texts up to this many UTF-16 units are written into the JSON; longer ones are cheaper to copy as they are. */
const INLINE = 16_384;

/** A payload: text that is kept whole, which is most often and costs no object of its own, or anything else. */
export type Content = string | Part;

/**
 * A part of a text, the piece of memory that bytes were copied into, or a Blob, whose bytes never change. No field is
 * optional: one that is left out would be looked for on Object.prototype, where a page may have put it.
 */
export interface Part {
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
export const isShort = (content: Content | undefined): content is string =>
  typeof content === 'string' && content.length <= INLINE;

/** Says what a payload is, and has it travel beside the JSON where it is long, or no text. */
export function described(content: Content, aside: Aside): object {
  if (typeof content === 'string') return { form: 'text', size: content.length, ...text(content, aside) };
  const { form, size, data, from, kept, part } = content;
  if (typeof data === 'string') return { form, size, ...text(data, aside) };
  const where =
    form === 'Blob' ? aside.addBlob(data as Blob, kept) : aside.addBytes(data as Piece, from, kept);
  return { form, size, ...part, ...where };
}

const text = (data: string, aside: Aside) => (data.length > INLINE ? aside.addText(data) : { data });

/** The payload is no longer kept. */
export function forget(content: Content): void {
  if (typeof content === 'string' || typeof content.data === 'string' || content.form === 'Blob') return;
  letGo(content.data as Piece);
}
