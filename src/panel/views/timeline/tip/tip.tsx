import type { Signal } from '@preact/signals';

/** What is under the pointer, in lines of words, and where in the window that is, in CSS px. */
export interface TipContent {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

/** Width that the tip may have, in CSS px. */
const WIDTH = 320;

/** Tells what is under the pointer, beside it. Those who listen have the table: it is the detail. */
export function Tip({ content }: { content: Signal<TipContent | undefined> }) {
  const tip = content.value;
  if (!tip) return null;
  const [first, ...rest] = tip.lines;
  const left = Math.max(0, Math.min(tip.x + 12, window.innerWidth - WIDTH));
  return (
    <div class="timeline-tip" aria-hidden="true" style={{ left: `${left}px`, top: `${tip.y + 18}px` }}>
      <b>{first}</b>
      {rest.map((line) => (
        <bdi>{line}</bdi>
      ))}
    </div>
  );
}
