import { utf8Text } from '../text.ts';

/** What bytes mean, read as one type: in both byte orders where they differ, else once. */
export interface Inspected {
  readonly type: string;
  readonly little: string;
  readonly big?: string;
}

type Read = (view: DataView, at: number, little: boolean) => number | bigint;

/** Types of more than one byte, their bytes, and how they are read. */
const numbers: readonly (readonly [type: string, bytes: number, read: Read])[] = [
  ['int16', 2, (view, at, little) => view.getInt16(at, little)],
  ['uint16', 2, (view, at, little) => view.getUint16(at, little)],
  ['int32', 4, (view, at, little) => view.getInt32(at, little)],
  ['uint32', 4, (view, at, little) => view.getUint32(at, little)],
  ['int64', 8, (view, at, little) => view.getBigInt64(at, little)],
  ['uint64', 8, (view, at, little) => view.getBigUint64(at, little)],
  ['float32', 4, (view, at, little) => view.getFloat32(at, little)],
  ['float64', 8, (view, at, little) => view.getFloat64(at, little)],
];

/** What the bytes that begin at an offset mean as numbers and as a character; only what there are enough bytes for. */
export function inspectBytes(bytes: Uint8Array, at: number): readonly Inspected[] {
  const byte = bytes[at];
  if (byte === undefined) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [
    { type: 'bits', little: byte.toString(2).padStart(8, '0') },
    { type: 'int8', little: String(view.getInt8(at)) },
    { type: 'uint8', little: String(byte) },
    ...numbers
      .filter(([, size]) => at + size <= bytes.length)
      .map(([type, , read]) => ({
        type,
        little: String(read(view, at, true)),
        big: String(read(view, at, false)),
      })),
    ...varint(bytes, at),
    ...character(bytes, at),
  ];
}

/** Ten groups of seven bits hold 64: https://protobuf.dev/programming-guides/encoding/#varints */
const LONGEST_VARINT = 10;

function varint(bytes: Uint8Array, at: number): readonly Inspected[] {
  const group = bytes.subarray(at, at + LONGEST_VARINT);
  const last = group.findIndex((byte) => byte < 0x80);
  if (last === -1) return [];
  const value = group.subarray(0, last + 1).reduceRight((sum, byte) => (sum << 7n) | BigInt(byte & 0x7f), 0n);
  const zigzag = (value >> 1n) ^ -(value & 1n);
  return [
    { type: 'varint', little: String(value) },
    { type: 'zigzag', little: String(zigzag) },
  ];
}

/** The character whose UTF-8 begins there; none where it is no UTF-8 or goes on from before. */
function character(bytes: Uint8Array, at: number): readonly Inspected[] {
  const [first = '\ufffd'] = utf8Text(bytes.subarray(at, at + 4));
  if (first === '\ufffd') return [];
  const point = first.codePointAt(0) ?? 0;
  return [{ type: 'UTF-8', little: `${first} U+${point.toString(16).toUpperCase().padStart(4, '0')}` }];
}
