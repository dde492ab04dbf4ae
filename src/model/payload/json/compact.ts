import { scanJson } from './scan.ts';

/** A JSON text without the white space between its parts, all else as it is; `undefined` where it is no JSON. */
export function compactJson(text: string): string | undefined {
  const parts: string[] = [];
  const fault = scanJson(text, (_, from, to) => parts.push(text.slice(from, to)));
  return fault ? undefined : parts.join('');
}
