import { type Data, hexDump, jsonLines, readJsonTree } from '#model';
import { bytesOf, mayBeJson, readable } from '../content.ts';

/** Two payloads in lines that can be compared: both as JSON, else both as text, else as bytes. */
export interface Sides {
  readonly as: 'json' | 'text' | 'bytes';
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Brings two payloads into lines, in steps of about a millisecond. */
export function* sidesOf(before: Data, after: Data): Generator<number, Sides> {
  const texts = [readable(before), readable(after)] as const;
  if (texts[0] === undefined || texts[1] === undefined)
    return { as: 'bytes', before: bytesInLines(before), after: bytesInLines(after) };
  const json = [yield* jsonInLines(texts[0]), yield* jsonInLines(texts[1])] as const;
  if (json[0] && json[1]) return { as: 'json', before: json[0], after: json[1] };
  return { as: 'text', before: texts[0].split('\n'), after: texts[1].split('\n') };
}

function* jsonInLines(text: string): Generator<number, readonly string[] | undefined> {
  const tree = mayBeJson(text) ? yield* readJsonTree(text) : undefined;
  return tree && (yield* jsonLines(tree));
}

/** Without their offsets, so that what only moved is the same. */
const bytesInLines = (data: Data) => hexDump(bytesOf(data)).map(({ hex, ascii }) => `${hex}  ${ascii}`);
