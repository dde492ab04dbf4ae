import { echoes, innerWindow, noted, type Probes } from './probe.ts';

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

/** What arrives at the server when `send` is given values of every kind. */
export const sendKindProbes: Probes = {
  'text is sent as it is': (url) =>
    echoes(url, 'a', '', 'é', '\u{1f600}', 'x\0y', 'line\r\nline', ' '.repeat(3)),
  'lone surrogates are replaced': (url) => echoes(url, '\ud800', 'a\udc00b', '\ude00\ud83d'),
  'long text arrives whole': async (url) => {
    const [outcomes, back] = (await echoes(url, 'ab'.repeat(200_000), 'é'.repeat(70_000))) as [
      unknown,
      string[],
    ];
    return [outcomes, back.map((text) => [text.length, text.slice(0, 5), new Set(text).size])];
  },
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
  'all else is sent as a string': (url) =>
    echoes(
      url,
      undefined,
      null,
      true,
      0,
      -0,
      Number.NaN,
      1e21,
      10n,
      [],
      [1, [2, 3]],
      {},
      () => 1,
      /r/g,
      new Date(0),
    ),
  'wrapped and platform objects are sent as strings': (url) =>
    echoes(
      url,
      new String('s'),
      new Number(1),
      document,
      window.location,
      new URL(url),
      document.body,
      new Map(),
      Symbol,
    ),
  'objects are asked toString, then valueOf, once': async (url) => {
    const log: string[] = [];
    const both = { toString: () => log.push('toString') && 'text', valueOf: () => log.push('valueOf') && 1 };
    const one = { toString: () => log.push('toString') && {}, valueOf: () => log.push('valueOf') && 1 };
    return [await echoes(url, both, one), log];
  },
  'objects are asked Symbol.toPrimitive with the hint "string", once': async (url) => {
    const hints: unknown[] = [];
    const convert = (hint: string) => noted(hints, hint, `hint ${hint}`);
    return [await echoes(url, { [Symbol.toPrimitive]: convert, toString: () => 'never' }), hints];
  },
  'getters of an object are read once, in order': async (url) => {
    const log: string[] = [];
    const value = new Proxy({}, { get: (_, key) => noted(log, String(key), undefined) });
    const made = new Proxy(
      { toString: () => 'made' },
      { get: (target, key) => noted(log, String(key), Reflect.get(target, key)) },
    );
    return [await echoes(url, value, made), log];
  },
  'proxies of binary objects are no binary objects': (url) =>
    echoes(
      url,
      new Proxy(new ArrayBuffer(2), { get: (_, key) => (key === 'toString' ? () => 'a proxy' : undefined) }),
      new Proxy(bytes(2), { get: (_, key) => (key === 'toString' ? () => 'a proxy' : undefined) }),
      new Proxy(new Blob(['x']), { get: (_, key) => (key === 'toString' ? () => 'a proxy' : undefined) }),
    ),
  'what cannot be converted throws': (url) =>
    echoes(
      url,
      Symbol('s'),
      Object.create(null),
      { toString: () => ({}), valueOf: () => ({}) },
      { toString: () => Symbol('inner') },
      { [Symbol.toPrimitive]: () => ({}) },
      { [Symbol.toPrimitive]: 1 },
    ),
  'objects that only look like binary are sent as strings': (url) =>
    echoes(
      url,
      { byteLength: 3 },
      Object.create(ArrayBuffer.prototype, { toString: { value: () => 'false buffer' } }),
      Object.create(Blob.prototype, { toString: { value: () => 'false blob' } }),
      { [Symbol.toStringTag]: 'ArrayBuffer' },
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
