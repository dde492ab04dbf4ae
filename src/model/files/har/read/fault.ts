import { scanJsonParts } from '../../../payload/json/scan.ts';
import type { Bytes } from './cursor.ts';
import { HarError } from './error.ts';

/** Where a file stops being JSON, by line:column, which engines tell differently or not at all; `undefined` where it is. */
export function faultIn(bytes: Bytes): HarError | undefined {
  const fault = scanJsonParts(textOf(bytes));
  if (!fault) return undefined;
  return new HarError(fault.ended ? 'harTruncated' : 'harNotJson', lineAndColumn(textOf(bytes), fault.at));
}

function* textOf(bytes: Bytes): Iterable<string> {
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.size; at += bytes.chunk)
    yield decoder.decode(bytes.read(at, at + bytes.chunk), { stream: true });
  yield decoder.decode();
}

function lineAndColumn(parts: Iterable<string>, at: number): string {
  let line = 1;
  let start = 0;
  let passed = 0;
  for (const part of parts) {
    for (let end = part.indexOf('\n'); end >= 0 && passed + end < at; end = part.indexOf('\n', end + 1)) {
      line++;
      start = passed + end + 1;
    }
    passed += part.length;
    if (passed >= at) break;
  }
  return `${line}:${at - start + 1}`;
}
