import { findInParts, latin1Text, type Pattern, type Place, parseHex, wireBytes } from '#model';
import { COLON, patternOf, type Sought } from './sought.ts';

/**
 * Finds a text in bytes, as UTF-8 whatever the case of ASCII letters, or, where it is written in hexadecimal digits, also
 * the bytes that it stands for. In steps, each of which gives how far it is, from 0 to 1.
 */
export const findInBytes = (bytes: Uint8Array, sought: Sought): Generator<number, readonly Place[]> =>
  findInParts(
    bytes.length,
    (from, to) => latin1Text(bytes.subarray(from, to)),
    sought.isExpression ? sought.pattern : bytesPattern(sought.text),
  );

function bytesPattern(text: string): Pattern {
  const asText = text.split(COLON).map(inAnyCase).join('"\\s*:\\s*');
  const hex = parseHex(text);
  const asBytes = hex.ok && hex.bytes.length > 0 ? `|${Array.from(hex.bytes, inHex).join('')}` : '';
  return patternOf(asText + asBytes, 'g');
}

const inAnyCase = (text: string) =>
  Array.from(wireBytes(text), (byte) => {
    const letter = String.fromCharCode(byte);
    return /[a-z]/i.test(letter) ? `[${letter.toLowerCase()}${letter.toUpperCase()}]` : inHex(byte);
  }).join('');

const inHex = (byte: number) => `\\x${byte.toString(16).padStart(2, '0')}`;
