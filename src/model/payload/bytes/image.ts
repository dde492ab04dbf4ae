/** Where an image says what it is: bytes at an offset, `..` for any. https://mimesniff.spec.whatwg.org/#image-type-pattern-matching-algorithm */
const signatures: readonly (readonly [type: string, pattern: string])[] = [
  ['image/png', '89504e470d0a1a0a'],
  ['image/jpeg', 'ffd8ff'],
  ['image/gif', '474946383761'],
  ['image/gif', '474946383961'],
  ['image/webp', '52494646........57454250'],
  ['image/bmp', '424d........00000000'],
  ['image/x-icon', '00000100'],
  ['image/avif', '........6674797061766966'],
];

const patterns = signatures.map(([type, pattern]) => ({ type, bytes: pattern.match(/../g) ?? [] }));

/** The MIME type of an image that every browser can show, or `undefined` where the bytes are none. */
export const imageType = (data: Uint8Array): string | undefined =>
  patterns.find(({ bytes }) =>
    bytes.every((byte, at) => at < data.length && (byte === '..' || Number.parseInt(byte, 16) === data[at])),
  )?.type;
