import { scanJson } from '../../payload/json/scan.ts';
import { HarError } from './error.ts';

/**
 * The most that can be read, in UTF-16 units and so about bytes: Chromium's strings are no longer than 2^29 − 24
 * units. Ask a file's size before its text, which could not be had.
 */
export const HAR_LIMIT = 500_000_000;

/**
 * Parses a file that should be JSON.
 * @throws HarError with line:column, which engines tell differently or not at all
 */
export function parseJson(text: string): unknown {
  if (text.length > HAR_LIMIT) throw new HarError('harTooLarge', '', String(HAR_LIMIT));
  const json = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(json);
  } catch (error) {
    const fault = scanJson(json);
    if (!fault) throw error;
    throw new HarError(fault.ended ? 'harTruncated' : 'harNotJson', lineAndColumn(json, fault.at));
  }
}

function lineAndColumn(text: string, at: number): string {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return `${line}:${at - start + 1}`;
}
