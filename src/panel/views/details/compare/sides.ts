import { type Data, hexDump, type JsonTree, readJsonTree, wireBytesInSteps } from '#model';
import { mayBeJson, readable } from '#panel/views/details/payload/content.ts';

/** Two payloads that can be compared: both as JSON, else both as lines of text, else as lines of bytes. */
export type Sides =
  | { readonly as: 'json'; readonly before: JsonTree; readonly after: JsonTree }
  | { readonly as: 'text' | 'bytes'; readonly before: readonly string[]; readonly after: readonly string[] };

/** Bytes that are brought into lines in a step. */
const STEP = 16_384;

/** Reads two payloads to compare them, in steps of about a millisecond. */
export function* sidesOf(before: Data, after: Data): Generator<number, Sides> {
  const texts = [yield* readable(before), yield* readable(after)] as const;
  if (texts[0] === undefined || texts[1] === undefined)
    return { as: 'bytes', before: yield* bytesInLines(before), after: yield* bytesInLines(after) };
  const json = [yield* treeOf(texts[0]), yield* treeOf(texts[1])] as const;
  if (json[0] && json[1]) return { as: 'json', before: json[0], after: json[1] };
  return { as: 'text', before: texts[0].split('\n'), after: texts[1].split('\n') };
}

function* treeOf(text: string): Generator<number, JsonTree | undefined> {
  return mayBeJson(text) ? yield* readJsonTree(text) : undefined;
}

/** Without their offsets, so that what only moved is the same. */
function* bytesInLines(data: Data): Generator<number, readonly string[]> {
  const bytes = yield* wireBytesInSteps(data);
  const lines: string[] = [];
  for (let from = 0; from < bytes.length; from += STEP) {
    for (const { hex, ascii } of hexDump(bytes, from, from + STEP)) lines.push(`${hex}  ${ascii}`);
    yield lines.length;
  }
  return lines;
}
