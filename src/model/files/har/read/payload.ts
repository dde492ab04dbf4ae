import { isRecord } from '#protocol';
import { fromBase64 } from '../../../payload/bytes/base64.ts';
import type { Data } from '../../../payload/data.ts';

/** What a payload was read as. */
export interface ReadPayload {
  readonly data: Data;
  /** What it should have been, where it is not. */
  readonly expected?: 'string' | 'base64';
  /** Whether it may have been something else. */
  readonly isGuess?: boolean;
}

/** The text that a message carries: what is no string stands there as JSON. */
export function readText(value: unknown): ReadPayload {
  if (typeof value === 'string') return { data: value };
  if (value === undefined || value === null) return { data: undefined, expected: 'string', isGuess: true };
  const data = isRecord(value) ? JSON.stringify(value) : String(value);
  return { data, expected: 'string', isGuess: true };
}

/**
 * The bytes that a message carries: base64, in either alphabet, or a list of them. What is neither stays as it stands
 * there.
 */
export function readBytes(value: unknown): ReadPayload {
  if (typeof value !== 'string') {
    const bytes = listedBytes(value);
    return bytes ? { data: bytes, expected: 'base64' } : readText(value);
  }
  const data = fromBase64(value);
  if (data) return { data };
  // https://www.rfc-editor.org/rfc/rfc4648#section-5
  const other = fromBase64(value.replaceAll('-', '+').replaceAll('_', '/'));
  return other ? { data: other, expected: 'base64' } : { data: value, expected: 'base64', isGuess: true };
}

/** Bytes as JSON has them: a list, or what Node makes of a Buffer. */
function listedBytes(value: unknown): Uint8Array | undefined {
  const list: unknown = isRecord(value) && !Array.isArray(value) ? value.data : value;
  const isByte = (each: unknown) => Number.isInteger(each) && Number(each) >= 0 && Number(each) < 256;
  return Array.isArray(list) && list.every(isByte) ? Uint8Array.from(list as number[]) : undefined;
}
