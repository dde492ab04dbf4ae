import { byteParts, type Data } from '#model';
import { sizeText } from '#panel/figures.ts';
import { say } from '#panel/words.ts';
import { useSteps } from './progress/use-steps.ts';

interface Props {
  readonly data: Exclude<Data, undefined>;
  /** Of the message as it was, in bytes. */
  readonly size: number;
}

/** Says how much was kept of a message, where that is not all. */
export function CutBadge({ data, size }: Props) {
  const kept = useSteps(() => lengthInSteps(data, size), [data, size]);
  if (!kept.done || kept.value >= size) return null;
  return <span class="badge faulty">{say('keptOf', sizeText(kept.value), sizeText(size))}</span>;
}

/** Length in bytes, in steps. A text with as many letters as bytes are expected needs no counting. */
function* lengthInSteps(data: Exclude<Data, undefined>, expected: number): Generator<number, number> {
  if (typeof data !== 'string' || data.length === expected) return data.length;
  let bytes = 0;
  for (const { part, share } of byteParts(data)) {
    bytes += part.length;
    yield share;
  }
  return bytes;
}
