import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { settings } from '#panel/settings/settings.ts';
import type { Store } from '#panel/store/store.ts';
import { AXIS, LANE } from '#panel/views/axis/layout.ts';
import { useWheel } from '#panel/views/axis/use-wheel.ts';
import { TimelineView } from '#panel/views/axis/view.ts';
import { claim } from '#panel/views/keys/claim.ts';
import { Rates } from '#panel/views/rates/rates.tsx';
import { say } from '#panel/words.ts';
import { useDrawing } from './drawing/use-drawing.ts';
import { LaneHeads } from './heads/lane-heads.tsx';
import { moveOf, shortcuts } from './moves/keys.ts';
import { usePassing } from './moves/use-passing.ts';
import { usePointer } from './moves/use-pointer.ts';
import { useReveal } from './moves/use-reveal.ts';
import { useSelected } from './moves/use-selected.ts';
import { Overview } from './overview/overview.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { Summary } from './summary.tsx';
import { TimelineBar } from './timeline-bar.tsx';
import { Tip, type TipContent } from './tip/tip.tsx';
import './timeline.css';
import { useFencedEffect } from '#panel/views/fence/use-fenced.ts';

const LESS_MOTION = '(prefers-reduced-motion: reduce)';

interface HeightProps {
  readonly store: Store;
  readonly view: TimelineView;
  readonly children: ComponentChildren;
}

/** As high as all lanes, of which only those in view are drawn. */
function LanesHeight({ store, view, children }: HeightProps) {
  for (const { value } of [store.revision, view.moved]) void value;
  const lanes = view.lanes.value.slots.list.length;
  return (
    <div class="timeline-space" style={{ height: `${AXIS + lanes * LANE}px` }}>
      {children}
    </div>
  );
}

/** The sockets of the session on one axis of time, a lane each. */
export function Timeline({ store }: { store: Store }) {
  const view = useMemo(() => new TimelineView(store, matchMedia(LESS_MOTION).matches), [store]);
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const tip = useSignal<TipContent | undefined>(undefined);
  const lanes = useSignal(false);
  const drawing = useDrawing(store, view, canvas, scroller);
  usePointer(store, view, canvas, drawing, tip);
  useWheel(view, canvas, drawing);
  const reveal = useReveal(scroller, drawing);
  useSelected(store, view, reveal);
  usePassing(store, view);
  useFencedEffect(() => {
    store.session.value;
    view.showAll();
  });

  return (
    <section
      class={`timeline ${lanes.value ? 'with-lanes' : ''}`}
      aria-label={say('timeline')}
      onPointerEnter={() => view.hold(true)}
      onPointerLeave={() => view.hold(false)}
    >
      <TimelineBar store={store} view={view} lanes={lanes} />
      <Summary store={store} view={view} />
      <SelectionBar store={store} view={view} />
      <Overview store={store} view={view} drawing={drawing} />
      {settings.rates.value && <Rates store={store} view={view} drawing={drawing} />}
      <div
        ref={scroller}
        class="timeline-scroller"
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and its keys move the axis
        tabIndex={0}
        aria-label={say('lanes')}
        aria-describedby="timeline-summary"
        aria-keyshortcuts={shortcuts}
        onKeyDown={(event) => {
          const move = moveOf(event);
          if (!move) return;
          claim(event);
          move(view);
        }}
      >
        <LanesHeight store={store} view={view}>
          <div class="timeline-view" style={{ height: `${drawing.size.value.height}px` }}>
            <canvas ref={canvas} class={`timeline-canvas ${drawing.onEdge.value ? 'on-edge' : ''}`} />
            <LaneHeads store={store} view={view} drawing={drawing} onReveal={reveal} />
          </div>
        </LanesHeight>
      </div>
      <Tip content={tip} />
    </section>
  );
}
