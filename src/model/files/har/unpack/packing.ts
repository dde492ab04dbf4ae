/** What a file may be packed as, so that it can be unpacked here. */
export type Packing = 'gzip' | 'zlib' | 'zip' | 'utf-16le' | 'utf-16be';

interface Known<T> {
  readonly name: T;
  /** What such a file begins with; a letter of JSON may be any. */
  readonly begins: readonly (number | undefined)[];
}

const [LETTER, BYTE] = [undefined, undefined];

const known: readonly Known<Packing>[] = [
  { name: 'gzip', begins: [0x1f, 0x8b, 8] },
  { name: 'zip', begins: [0x50, 0x4b, 3, 4] },
  { name: 'utf-16le', begins: [0xff, 0xfe] },
  { name: 'utf-16be', begins: [0xfe, 0xff] },
  { name: 'utf-16le', begins: [LETTER, 0] },
  { name: 'utf-16be', begins: [0, LETTER] },
];

/** What is told by its name, because it cannot be unpacked here. */
const foreign: readonly Known<string>[] = [
  { name: 'zstd', begins: [0x28, 0xb5, 0x2f, 0xfd] },
  { name: 'xz', begins: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { name: 'bzip2', begins: [0x42, 0x5a, 0x68] },
  { name: '7z', begins: [0x37, 0x7a, 0xbc, 0xaf] },
  { name: 'rar', begins: [0x52, 0x61, 0x72, 0x21] },
  { name: 'lz4', begins: [0x04, 0x22, 0x4d, 0x18] },
  { name: 'SQLite', begins: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65] },
  { name: 'pcap', begins: [0xd4, 0xc3, 0xb2, 0xa1] },
  { name: 'pcapng', begins: [0x0a, 0x0d, 0x0d, 0x0a, BYTE, BYTE] },
];

/** How many bytes of a file tell what it is. */
export const TELLING = 6;

const isBegun = (bytes: Uint8Array, begins: Known<unknown>['begins']) =>
  bytes.length >= begins.length && begins.every((byte, at) => byte === undefined || byte === bytes[at]);

/** How a file is packed that begins with these bytes; `undefined` where it is not. */
export function packingOf(bytes: Uint8Array): Packing | undefined {
  return isZlib(bytes) ? 'zlib' : known.find(({ begins }) => isBegun(bytes, begins))?.name;
}

/** What else a file is that begins with these bytes, by its name; `undefined` where that is not known. */
export const foreignFormat = (bytes: Uint8Array): string | undefined =>
  foreign.find(({ begins }) => isBegun(bytes, begins))?.name;

/** Deflate with a window of some size, and both bytes a multiple of 31: https://www.rfc-editor.org/rfc/rfc1950#section-2.2 */
const isZlib = ([first = 0, second = 0]: Uint8Array) =>
  (first & 0x8f) === 8 && ((first << 8) | second) % 31 === 0;
