import { useRef } from 'preact/hooks';
import type { Store } from '#panel/store/store.ts';
import type { Drawing } from '#panel/views/axis/drawing.ts';
import { AXIS, LANE } from '#panel/views/axis/layout.ts';
import type { TimelineView } from '#panel/views/axis/view.ts';
import { claim } from '#panel/views/keys/claim.ts';
import { combination } from '#panel/views/keys/combination.ts';
import { commonPath } from '#panel/views/sockets/common-path.ts';
import { useCalm } from '#panel/views/sockets/use-calm.ts';
import { say } from '#panel/words.ts';
import { type Choice, chooseByClick, chooseLane, extend, isChosen } from './choice.ts';
import { LaneHead } from './lane-head.tsx';
import './lane-heads.css';

interface Props {
  readonly store: Store;
  readonly view: TimelineView;
  readonly drawing: Drawing;
  /** Brings a lane into view. */
  readonly onReveal: (position: number) => void;
}

/** The heads of the lanes, which are the list of the sockets: the messages of those that are chosen are shown, or of all where none is. */
export function LaneHeads({ store, view, drawing, onReveal }: Props) {
  const anchor = useRef(0);
  for (const { value } of [store.revision, view.moved]) void value;
  const { slots } = view.lanes.value;
  const lanes = slots.list;
  const chosen = store.sight.chosen.value;
  const top = drawing.top.value;
  const { height } = drawing.size.value;
  const common = useCommon(store);
  const first = Math.max(0, Math.floor(top / LANE));
  const inView = lanes.slice(first, Math.ceil((top + Math.max(0, height - AXIS)) / LANE));

  const apply = ({ sockets, active }: Choice) => {
    anchor.current = active;
    store.sight.choose(sockets);
    onReveal(active);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = anchor.current;
    const to = target(event.key, at, chosen.size > 0, lanes.length);
    if (event.key === 'Escape' && chosen.size > 0) store.sight.choose(new Set());
    else if (combination(event) === 'Ctrl+A') apply(extend(lanes, new Set(), 0, lanes.length - 1));
    else if (event.key === 'Enter') view.arrange(() => lanes[at] && slots.toggle(lanes[at]));
    else if (to !== undefined) apply(event.shiftKey ? extend(lanes, chosen, at, to) : chooseLane(lanes, to));
    else return;
    claim(event);
  };
  const active = lanes[anchor.current];
  return (
    <div
      class="lane-heads"
      role="listbox"
      tabIndex={0}
      aria-label={say('sockets')}
      aria-multiselectable={true}
      aria-activedescendant={
        active && inView.includes(active) && isChosen(chosen, active) ? idOf(active) : undefined
      }
      style={{ width: `${drawing.layout.gutter}px`, top: `${AXIS}px` }}
      onKeyDown={onKeyDown}
    >
      {inView.map((slot, i) => (
        <LaneHead
          key={slot.key}
          id={idOf(slot)}
          slot={slot}
          top={(first + i) * LANE - top}
          position={first + i}
          of={lanes.length}
          chosen={isChosen(chosen, slot)}
          live={store.session.value.live}
          common={common}
          onClick={(event) => apply(chooseByClick(lanes, chosen, anchor.current, first + i, event))}
          onToggle={() => view.arrange(() => slots.toggle(slot))}
        />
      ))}
    </div>
  );
}

const idOf = ({ key }: { readonly key: string }) => `lane-${key.replaceAll(' ', '-')}`;

/** What the addresses of all sockets begin with, reckoned anew now and then. */
function useCommon(store: Store): string {
  useCalm(store);
  return commonPath(store.session.value.sockets);
}

/** Where a key leads to from the lane that was last acted on; `undefined` where it leads nowhere. */
function target(key: string, from: number, started: boolean, count: number): number | undefined {
  if (count === 0) return undefined;
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (step) return Math.max(0, Math.min(count - 1, started ? from + step : from));
  return { Home: 0, End: count - 1 }[key];
}
