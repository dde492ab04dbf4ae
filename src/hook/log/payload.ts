import {
  apply,
  getter,
  method,
  min,
  NativeUint8Array,
  parse,
  stringify,
  TypedArray,
  textSlice,
} from '#hook/natives.ts';
import type { Form } from '#protocol';
import { copyOf } from './arena.ts';
import type { Content, Part } from './content.ts';

const { isView } = ArrayBuffer;

const NativeDataView = DataView;
const bufferLength = getter<unknown, number>(ArrayBuffer, 'byteLength');
const blobSize = getter<unknown, number>(Blob, 'size');
const blobSlice = method(Blob, 'slice');

const typedArrayName = getter<unknown, Form | undefined>(TypedArray, Symbol.toStringTag);

/** `buffer`, `byteOffset` and `byteLength` of views; a DataView has getters of its own. */
const viewGetters = (of: typeof TypedArray | typeof DataView) => ({
  buffer: getter<unknown, ArrayBuffer>(of, 'buffer'),
  offset: getter<unknown, number>(of, 'byteOffset'),
  length: getter<unknown, number>(of, 'byteLength'),
});
const typedArray = viewGetters(TypedArray);
const dataView = viewGetters(DataView);

/** What a getter gives of a value; nothing where the value is of another kind. */
export const measured = <T>(get: (value: unknown) => T, value: unknown): T | undefined => {
  try {
    return get(value);
  } catch {
    // A getter throws on an object of another kind: that is how kinds are told apart, in any realm.
    return undefined;
  }
};

/** A part of a text in memory of its own: V8 makes it a view of the whole, which would be kept with it. */
const cutText = (text: string, from: number, to: number) =>
  parse(stringify(textSlice(text, from, to))) as string;

/** What `send` was given or a `message` event has, as the hook keeps it. Throws a TypeError on what neither can have. */
export function contentOf(value: unknown, limit: number): Content {
  if (typeof value === 'string')
    return value.length <= limit ? value : lasting('text', value, value.length, cutText, limit);
  if (isView(value)) return viewContent(value, limit);
  const bytes = measured(bufferLength, value);
  if (bytes === undefined) return lasting('Blob', value as Blob, blobSize(value), blobSlice, limit);
  return bytesContent('ArrayBuffer', value as ArrayBuffer, 0, bytes, limit);
}

function viewContent(view: ArrayBufferView, limit: number): Content {
  const name = typedArrayName(view);
  const getters = name === undefined ? dataView : typedArray;
  const whole = getters.buffer(view);
  const offset = getters.offset(view);
  const size = getters.length(view);
  const content = bytesContent(name ?? 'DataView', whole, offset, size, limit);
  const buffer = measured(bufferLength, whole) ?? size;
  return size === buffer ? content : { ...content, part: { offset, buffer } };
}

/** What never changes is kept as it is, or a part of it. */
function lasting<T extends string | Blob>(
  form: Form,
  value: T,
  size: number,
  slice: (value: T, from: number, to: number) => T,
  limit: number,
): Part {
  const kept = min(size, limit);
  return { form, size, kept, part: undefined, from: 0, data: kept < size ? slice(value, 0, kept) : value };
}

/** A copy: the page may write over its own later. */
function bytesContent(form: Form, buffer: ArrayBuffer, from: number, size: number, limit: number): Part {
  const kept = min(size, limit);
  const piece = copyOf(buffer, from, kept);
  return { form, size, kept, part: undefined, from: piece.used - kept, data: piece };
}

/** Whether it is shared memory, which `send` refuses in its own words. The class itself is kept from most documents. */
const isShared = (value: object): boolean =>
  measured((buffer) => new NativeDataView(buffer as SharedArrayBuffer), value) !== undefined;

/** Whether a value is an ArrayBuffer or a view of one. */
export const isBuffer = (value: unknown): boolean =>
  isView(value) || measured(bufferLength, value) !== undefined;

/** Whether `send` takes an object as bytes; all else it takes as the string that it becomes. */
export const isBinary = (value: object): boolean =>
  isBuffer(value) || measured(blobSize, value) !== undefined || isShared(value);

const fromBase64 = (Uint8Array as unknown as { fromBase64(text: string): Uint8Array<ArrayBuffer> })
  .fromBase64;

/** The bytes of a base64 text, in a buffer of the page's realm; throws a SyntaxError on anything else. */
export const decodeBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  apply(fromBase64, NativeUint8Array, [text]);
