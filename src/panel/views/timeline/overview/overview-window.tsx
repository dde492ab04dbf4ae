import type { Store } from '#panel/store/store.ts';
import { type Layout, xOf } from '#panel/views/axis/layout.ts';
import type { TimelineView } from '#panel/views/axis/view.ts';

interface Props {
  readonly store: Store;
  readonly view: TimelineView;
  readonly layout: () => Layout;
}

/** The part of the session that the lanes show; not there where that is all of it. */
export function OverviewWindow({ store, view, layout }: Props) {
  for (const { value } of [store.revision, view.focus, view.moved]) void value;
  const { from, to } = view.span;
  const whole = layout();
  if (from <= whole.span.from && to >= whole.span.to) return null;
  const left = Math.max(whole.gutter, Math.min(whole.width - 3, xOf(whole, from)));
  const right = Math.max(left + 3, Math.min(whole.width, xOf(whole, to)));
  return <div class="overview-window" style={{ left: `${left}px`, width: `${right - left}px` }} />;
}
