import { useSignal } from '@preact/signals';
import { byteParts, toBase64 } from '#model';
import { countText } from '#panel/figures.ts';
import { FIRST, TextView } from '#panel/views/details/payload/text/text-view.tsx';
import { Reading } from '#panel/views/details/progress/reading.tsx';
import { useSteps } from '#panel/views/details/progress/use-steps.ts';
import { say } from '#panel/words.ts';

/** Bytes whose base64 is shown until a person asks for the rest. */
const HEAD = (FIRST / 4) * 3;

/** Bytes in base64. Of many only the first are worked out: to put the text of all together would keep the panel busy. */
export function Base64View({ bytes }: { bytes: Uint8Array }) {
  /** The bytes that were asked for in full. */
  const asked = useSignal<Uint8Array | undefined>(undefined);
  const whole = asked.value === bytes;
  const head = whole ? bytes : bytes.subarray(0, HEAD);
  const text = useSteps(() => base64InSteps(head), [bytes, whole]);
  if (!text.done) return <Reading at={text.at * head.length} of={head.length} />;
  const onShow = () => {
    asked.value = bytes;
  };
  const length = Math.ceil(bytes.length / 3) * 4;
  const words = say('showRest', countText(text.value.length), countText(length));
  const rest = head.length < bytes.length ? { words, onShow } : undefined;
  return <TextView text={text.value} isJson={false} wrap={true} highlight={undefined} {...{ rest, whole }} />;
}

function* base64InSteps(bytes: Uint8Array): Generator<number, string> {
  const parts: string[] = [];
  for (const { part, share } of byteParts(bytes)) {
    parts.push(toBase64(part));
    yield share;
  }
  return parts.join('');
}
