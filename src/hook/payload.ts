import type { Form } from '#protocol';
import type { Content } from './fact.ts';
import { apply, getter, uncurry } from './natives.ts';

const { isView } = ArrayBuffer;
const { min } = Math;
const NativeUint8Array = Uint8Array;
const TypedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype) as object;

const bufferSlice = uncurry(ArrayBuffer.prototype.slice);
const textSlice = uncurry(String.prototype.slice);
const bufferLength = getter<unknown, number>(ArrayBuffer.prototype, 'byteLength');
const blobSize = getter<unknown, number>(Blob.prototype, 'size');
const blobSlice = uncurry(Blob.prototype.slice);
const blobBytes = uncurry(Blob.prototype.arrayBuffer);
const thenDo = uncurry(Promise.prototype.then<unknown, unknown>);

const typedArrayName = getter<unknown, Form | undefined>(TypedArrayPrototype, Symbol.toStringTag as never);

/** `buffer`, `byteOffset` and `byteLength` of views; a DataView has getters of its own. */
const viewGetters = (prototype: object) => ({
  buffer: getter<unknown, ArrayBuffer>(prototype, 'buffer'),
  offset: getter<unknown, number>(prototype, 'byteOffset'),
  length: getter<unknown, number>(prototype, 'byteLength'),
});
const typedArray = viewGetters(TypedArrayPrototype);
const dataView = viewGetters(DataView.prototype);

const measured = (length: (value: unknown) => number, value: unknown): number | undefined => {
  try {
    return length(value);
  } catch {
    // A getter throws on an object of another kind: that is how kinds are told apart, in any realm.
    return undefined;
  }
};

/** Content, with the Blob that its bytes are still to be read from. */
export type Binary = Content & { readonly blob?: Blob };

/** What `send` was given or a `message` event has, as the hook keeps it. Throws a TypeError on what neither can have. */
export function contentOf(value: unknown, limit: number): Binary {
  if (typeof value === 'string') return textContent(value, limit);
  if (isView(value)) return viewContent(value, limit);
  const bytes = measured(bufferLength, value);
  if (bytes !== undefined)
    return {
      form: 'ArrayBuffer',
      size: bytes,
      data: bufferSlice(value as ArrayBuffer, 0, min(bytes, limit)),
    };
  return { form: 'Blob', size: blobSize(value), data: undefined, blob: value as Blob };
}

/** Text, cut to `limit` UTF-16 units. */
const textContent = (text: string, limit: number): Content => ({
  form: 'text',
  size: text.length,
  data: text.length > limit ? textSlice(text, 0, limit) : text,
});

/** A copy of what a view shows, cut to `limit` bytes: the page may write over it later. */
function viewContent(view: ArrayBufferView, limit: number): Content {
  const name = typedArrayName(view);
  const { buffer, offset, length } = name === undefined ? dataView : typedArray;
  const size = length(view);
  const from = offset(view);
  const data = bufferSlice(buffer(view), from, from + min(size, limit));
  return { form: name ?? 'DataView', size, data };
}

/** Whether `send` takes a value as bytes; all else it takes as the string that it becomes. */
export const isBinary = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  (isView(value) || measured(bufferLength, value) !== undefined || measured(blobSize, value) !== undefined);

/** Reads a Blob, cut to `limit` bytes, and hands its bytes over; nothing where it cannot be read any more. */
export function readBlob(blob: Blob, limit: number, done: (bytes: ArrayBuffer) => void): void {
  thenDo(blobBytes(blobSlice(blob, 0, limit)), done as (value: unknown) => void, () => undefined);
}

const fromBase64 = (Uint8Array as unknown as { fromBase64(text: string): Uint8Array<ArrayBuffer> })
  .fromBase64;

/** The bytes of a base64 text, in a buffer of the page's realm; throws a SyntaxError on anything else. */
export const decodeBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  apply(fromBase64, NativeUint8Array, [text]);
