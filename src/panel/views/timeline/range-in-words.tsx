import { clockText, spanText } from '#panel/figures.ts';
import type { Store } from '#panel/store/store.ts';
import { say } from '#panel/words.ts';

/** Says, to those who listen, which stretch of time the table is now about. */
export function RangeInWords({ store }: { store: Store }) {
  const range = store.sight.range.value;
  return (
    <p class="heard" aria-live="polite">
      {range &&
        say('rangeInWords', spanText(range.to - range.from), clockText(range.from), clockText(range.to))}
    </p>
  );
}
