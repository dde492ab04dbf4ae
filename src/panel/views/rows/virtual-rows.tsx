import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren, HTMLAttributes } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { tick } from '#panel/tick.ts';
import { RowPool } from './row-pool.ts';
import { ScrollSpace } from './scroll-space.ts';
import './virtual-rows.css';

/** What the owner of a list can ask of it. */
export interface RowsControl {
  /** Brings a row into view. */
  reveal(index: number): void;
  toEnd(): void;
  /** How many rows a page is. */
  page(): number;
  /** The first row that is whole in view. */
  top(): number;
}

type Container = Omit<HTMLAttributes<HTMLDivElement>, 'children' | 'onScroll' | 'ref'>;

interface Props extends Container {
  readonly count: number;
  /** What the rows are of, and how many of them were put before the first that was there: they push nothing out of view. */
  readonly list?: object;
  readonly before?: number;
  /** Of every row, in CSS px. */
  readonly rowHeight: number;
  /** Draws a row with `slot` as its key: what scrolls out of view lends its elements to what scrolls in. */
  readonly row: (index: number, slot: number) => ComponentChildren;
  /** What stays above the rows, and its height in CSS px. */
  readonly header?: ComponentChildren;
  readonly headerHeight?: number;
  /** Whether the newest row is kept in view; scrolling away turns it off, scrolling to the end on again. */
  readonly follow?: Signal<boolean>;
  /** Whether rows stand still for the moment, also where the newest is followed. */
  readonly held?: boolean;
  /** The active row, at which one looks, which keeps its height on screen when the list becomes another, and its position in it. */
  readonly kept?: { readonly row: unknown; readonly position: number | undefined };
  readonly control?: { current: RowsControl | undefined };
}

/**
 * A list of any number of rows of one height, of which only those in view are in the document. They lie in a
 * sticky layer, so that scrolling, which the browser does ahead of us, never shows a blank.
 */
export function VirtualRows(props: Props) {
  const {
    count,
    list,
    before = 0,
    rowHeight,
    row,
    header,
    headerHeight = 0,
    follow,
    held = false,
    kept,
    control,
    ...container
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const viewport = useSignal(0);
  const moved = useSignal(0);
  const space = useMemo(() => new ScrollSpace(rowHeight), [rowHeight]);
  const pool = useMemo(() => new RowPool(), []);
  const shift = (move: () => void) => {
    move();
    if (follow) follow.value = space.atEnd;
    tick(moved);
  };

  useHeight(scroller, headerHeight, viewport);
  useOwnWheel(scroller, space, (delta) => shift(() => space.moveTo(space.offset + delta)));
  useEffect(() => {
    if (control)
      control.current = {
        // Who is led to a row looks at it: what comes does not move it out of view.
        reveal: (index) => {
          shift(() => space.reveal(index));
          if (follow) follow.value = false;
        },
        toEnd: () => shift(() => space.toEnd()),
        page: () => space.page,
        top: () => Math.ceil(space.offset / rowHeight),
      };
  });

  moved.value;
  space.keepPlace(list, before);
  space.resize(count, viewport.value);
  if (kept) space.keepRow(list, kept.row, kept.position);
  if (follow?.value && !held) space.toEnd();
  pool.hold(space.first, space.slots);

  // Known rather than read: reading it would make the browser lay out what has just been changed.
  const top = useRef(0);
  useLayoutEffect(() => {
    if (!scroller.current || Math.abs(top.current - space.top) < 1) return;
    scroller.current.scrollTop = top.current = space.top;
  });

  // Where all rows are in view, nobody has scrolled away from the newest; who looks at one row stays there.
  useLayoutEffect(() => {
    if (follow && space.fits && kept?.row === undefined) follow.value = true;
  });

  const isAway =
    kept !== undefined &&
    (kept.position === undefined || kept.position < space.first || kept.position >= space.last);

  const onScroll = ({ currentTarget: box }: { currentTarget: HTMLElement }) => {
    // Where the height has changed, and is not told yet, the browser may have scrolled: that is nobody leaving the end.
    space.resize(space.count, Math.max(0, box.clientHeight - headerHeight));
    top.current = box.scrollTop;
    if (space.scrolled(top.current)) shift(() => undefined);
  };

  return (
    <div
      {...container}
      // What has scrolled out of view is not in the document.
      {...(isAway && { 'aria-activedescendant': undefined })}
      class={`rows ${container.class ?? ''}`}
      ref={scroller}
      onScroll={onScroll}
    >
      <div class="rows-space" style={{ height: `${headerHeight + space.height}px` }}>
        <div class="rows-view" style={{ height: `${headerHeight + viewport.value}px` }}>
          {header}
          <div class="rows-window">
            <div style={{ transform: `translateY(${space.first * rowHeight - space.offset}px)` }}>
              {shownIn(space).map((index) => row(index, pool.slot(index)))}
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

const shownIn = ({ first, last }: ScrollSpace) => Array.from({ length: last - first }, (_, i) => first + i);

/** Keeps `viewport` at the height that the rows have in the scroller. */
function useHeight(scroller: { current: HTMLElement | null }, header: number, viewport: Signal<number>) {
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const measure = () => {
      viewport.value = Math.max(0, box.clientHeight - header);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [header]);
}

/** Where a px of scrolling is more than a px of rows, takes wheel steps for what they are: px of rows. */
function useOwnWheel(
  scroller: { current: HTMLElement | null },
  space: ScrollSpace,
  scrollBy: (delta: number) => void,
) {
  const latest = useRef(scrollBy);
  latest.current = scrollBy;
  useEffect(() => {
    const onWheel = (event: WheelEvent) => {
      if (!space.scaled || event.ctrlKey) return;
      event.preventDefault();
      const unit = [1, space.rowHeight, space.viewport][event.deltaMode] ?? 1;
      latest.current(event.deltaY * unit);
    };
    const box = scroller.current;
    box?.addEventListener('wheel', onWheel, { passive: false });
    return () => box?.removeEventListener('wheel', onWheel);
  }, [space]);
}
