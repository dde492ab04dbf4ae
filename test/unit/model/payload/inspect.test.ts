import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectBytes } from '#model';
import { anyBytes } from '../arbitrary.ts';

const found = (bytes: Uint8Array, type: string, at = 0) => {
  const inspected = inspectBytes(bytes, at).find((each) => each.type === type);
  return inspected && [inspected.little, inspected.big].filter((text) => text !== undefined);
};

const bytesOf = (write: (view: DataView) => void) => {
  const bytes = new Uint8Array(8);
  write(new DataView(bytes.buffer));
  return bytes;
};

describe('the inspector of bytes', () => {
  test('reads numbers in both byte orders', () => {
    const bytes = Uint8Array.of(0xff, 0xfe, 0, 0, 0, 0, 0, 1);
    expect(found(bytes, 'int8')).toEqual(['-1']);
    expect(found(bytes, 'uint16')).toEqual(['65279', '65534']);
    expect(found(bytes, 'int16')).toEqual(['-257', '-2']);
    expect(found(bytes, 'uint64')).toEqual(['72057594037993215', '18446181123756130305']);
    expect(found(bytes, 'bits', 1)).toEqual(['11111110']);
  });

  test('reads every number that there are enough bytes for as Node does, wherever the bytes are in their buffer', () => {
    const types = {
      int16: [2, 'readInt16'],
      uint16: [2, 'readUInt16'],
      int32: [4, 'readInt32'],
      uint32: [4, 'readUInt32'],
      int64: [8, 'readBigInt64'],
      uint64: [8, 'readBigUInt64'],
      float32: [4, 'readFloat'],
      float64: [8, 'readDouble'],
    } as const;
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 20 }),
        fc.nat(19),
        fc.nat(3),
        (all, at, before) => {
          const bytes = all.subarray(Math.min(before, all.length - 1));
          const node = Buffer.from(bytes);
          const byte = bytes[at];
          const expected = Object.entries(types)
            .filter(([, [size]]) => at + size <= bytes.length)
            .map(([type, [, read]]) => ({
              type,
              little: String(node[`${read}LE`](at)),
              big: String(node[`${read}BE`](at)),
            }));
          if (byte === undefined) {
            expect(inspectBytes(bytes, at)).toEqual([]);
            return;
          }
          const single = [
            { type: 'bits', little: byte.toString(2).padStart(8, '0') },
            { type: 'int8', little: String(node.readInt8(at)) },
            { type: 'uint8', little: String(byte) },
          ];
          const inspected = inspectBytes(bytes, at);
          expect(inspected.slice(0, single.length + expected.length)).toEqual([...single, ...expected]);
          const others = inspected.slice(single.length + expected.length).map(({ type }) => type);
          expect(['varint', 'zigzag', 'UTF-8'].filter((type) => others.includes(type))).toEqual(others);
        },
      ),
    );
  });

  test('reads what was written, wherever the bytes are in their buffer', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true }),
        fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
        (float, int) => {
          expect(
            found(
              bytesOf((view) => view.setFloat64(0, float)),
              'float64',
            )?.[1],
          ).toBe(String(float));
          const inner = Uint8Array.of(9, ...bytesOf((view) => view.setBigInt64(0, int, true))).subarray(1);
          expect(found(inner, 'int64')?.[0]).toBe(String(int));
        },
      ),
    );
  });

  test('reads varints, of any length that they may have', () => {
    expect(found(Uint8Array.of(0x96, 0x01), 'varint')).toEqual(['150']);
    expect(found(Uint8Array.of(0x03), 'zigzag')).toEqual(['-2']);
    expect(found(Uint8Array.from([...Array(9).fill(0xff), 1]), 'varint')).toEqual([String(2n ** 64n - 1n)]);
    expect(found(Uint8Array.from([...Array(10).fill(0x80), 1]), 'varint')).toBeUndefined();
    expect(found(Uint8Array.of(0x80), 'varint')).toBeUndefined();
    expect(found(Uint8Array.of(0x7f, 0x01), 'varint')).toEqual(['127']);
  });

  test('reads the character that begins there', () => {
    const text = new TextEncoder().encode('é😀');
    expect(found(text, 'UTF-8')).toEqual(['é U+00E9']);
    expect(found(text, 'UTF-8', 1)).toBeUndefined();
    expect(found(Uint8Array.of(0x09), 'UTF-8')).toEqual(['\t U+0009']);
    expect(found(text, 'UTF-8', 2)).toEqual(['😀 U+1F600']);
  });

  test('reads nothing that there are not enough bytes for', () => {
    fc.assert(
      fc.property(anyBytes, fc.nat(50), (bytes, at) => {
        const types = inspectBytes(bytes, at).map(({ type }) => type);
        expect(types.includes('uint32')).toBe(at + 4 <= bytes.length);
        expect(types.includes('uint8')).toBe(at < bytes.length);
      }),
    );
  });
});
