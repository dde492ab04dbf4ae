import { useMemo } from 'preact/hooks';
import { clockText, rateText, sizeText, spanText } from '#panel/figures.ts';
import type { Store } from '#panel/store/store.ts';
import { firstFrom } from '#panel/views/axis/lanes/density.ts';
import type { Lanes, Way } from '#panel/views/axis/lanes/lanes.ts';
import type { Span } from '#panel/views/axis/span.ts';
import type { TimelineView } from '#panel/views/axis/view.ts';
import { useShortcuts } from '#panel/views/keys/use-shortcuts.ts';
import { useCalm } from '#panel/views/sockets/use-calm.ts';
import { say, sayCount } from '#panel/words.ts';

interface Props {
  readonly store: Store;
  readonly view: TimelineView;
}

/** The selected stretch of time: how long it is, and what went over the sockets that are shown in it. */
export function SelectionBar({ store, view }: Props) {
  const range = store.sight.range.value;
  return (
    <>
      <p class="heard" aria-live="polite">
        {range &&
          say('rangeInWords', spanText(range.to - range.from), clockText(range.from), clockText(range.to))}
      </p>
      {range && <Selection store={store} view={view} range={range} />}
    </>
  );
}

function Selection({ store, view, range }: Props & { range: Span }) {
  const chosen = store.sight.chosen.value;
  const calm = useCalm(store);
  const { messages, bytes } = useMemo(
    () => totalIn(view.index(), chosen, range),
    [view.lanes.value, chosen, range, calm],
  );
  useShortcuts({ Escape: () => view.select(undefined) });
  const { whole } = view;
  const since = (time: number) => spanText(time - whole.from);
  const length = range.to - range.from;
  const figures = [
    `${since(range.from)} – ${since(range.to)}`,
    spanText(length),
    sayCount('messages', messages),
    say('aSecond', rateText((messages * 1000) / length)),
    sizeText(bytes),
  ].join(' · ');
  return (
    <div class="part-head selection-bar">
      <span class="selection-figures" title={figures}>
        {figures}
      </span>
      <span class="timeline-gap" />
      <button type="button" onClick={() => view.show(range)} title={say('zoomToRange')}>
        {say('zoomRange')}
      </button>
      <button
        type="button"
        aria-label={say('clearRange')}
        title={say('clearRangeTitle')}
        onClick={() => view.select(undefined)}
      >
        ×
      </button>
    </div>
  );
}

/** Messages that went over sockets in a stretch of time, all sockets where none is chosen, and their bytes. */
function totalIn(lanes: Lanes, chosen: ReadonlySet<number>, { from, to }: Span) {
  const { sockets, rows } = lanes.session;
  const total = { messages: 0, bytes: 0 };
  const add = ({ rows: list, bytes }: Way) => {
    const first = firstFrom(list, rows, from);
    // The stretch has its end in it, as the table's rows do.
    const end = firstFrom(list, rows, to + Number.EPSILON * to, first);
    total.messages += end - first;
    total.bytes += bytes.at(end - 1) - bytes.at(first - 1);
  };
  for (const { index } of sockets) {
    if (chosen.size > 0 && !chosen.has(index)) continue;
    add(lanes.lane(index).sent);
    add(lanes.lane(index).received);
  }
  return total;
}
