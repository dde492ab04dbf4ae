import { innerWindow } from '../frames.ts';
import type { Probes } from '../probe.ts';
import { echoes } from '../sockets.ts';

const bytes = (count: number) => Uint8Array.from({ length: count }, (_, i) => i * 3);

const typedArrays = [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
];

/** Bytes that are sent. */
export const binaryProbes: Probes = {
  'ArrayBuffers are sent as bytes': (url) =>
    echoes(url, bytes(5).buffer, new ArrayBuffer(0), new ArrayBuffer(3)),
  'typed arrays of every kind are sent as bytes': (url) =>
    echoes(url, ...typedArrays.map((Kind) => new Kind(bytes(32).buffer, 8, 2))),
  'views show their part of a buffer': (url) => {
    const { buffer } = bytes(16);
    return echoes(
      url,
      new Uint8Array(buffer, 3, 4),
      new DataView(buffer, 5, 3),
      new DataView(buffer),
      bytes(9).subarray(2, 5),
    );
  },
  'Blobs and Files are sent as bytes': (url) =>
    echoes(
      url,
      new Blob(['ab', bytes(3)]),
      new File(['file'], 'name.txt', { type: 'text/plain' }),
      new Blob([]),
    ),
  'text and Blobs keep their order': (url) =>
    echoes(
      url,
      new Blob(['1']),
      '2',
      new Blob(['3'.repeat(10_000)]).slice(0, 3),
      bytes(1),
      '5',
      new Blob(['6']),
    ),
  'binary objects of another realm are sent as bytes': (url) => {
    const inner = innerWindow();
    const view = new inner.Uint8Array([1, 2, 3]);
    return echoes(url, view, view.buffer, new inner.DataView(view.buffer, 1), new inner.Blob(['inner']));
  },
  'subclasses of binary objects are sent as bytes, and no code of theirs is run': async (url) => {
    const log: string[] = [];
    class Buffer extends ArrayBuffer {
      constructor(length: number) {
        super(length);
        log.push(`made ${length}`);
      }
      override get byteLength() {
        log.push('byteLength');
        return 1;
      }
      override slice() {
        log.push('slice');
        return super.slice();
      }
    }
    class View extends Uint8Array {
      static get [Symbol.species]() {
        log.push('species');
        return Uint8Array;
      }
      override get byteOffset() {
        log.push('byteOffset');
        return 9;
      }
    }
    class Part extends Blob {
      override get size() {
        log.push('size');
        return 1;
      }
    }
    return [await echoes(url, new Buffer(3), new View([1, 2, 3]), new Part(['part'])), log];
  },
};
