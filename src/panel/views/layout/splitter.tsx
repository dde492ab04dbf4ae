interface Props {
  /** The axis that it is moved along. */
  readonly across: 'x' | 'y';
  readonly label: string;
  /** Class of the part that it sizes, which lies beside it. */
  readonly part: string;
  /** What the part was given of all, in percent; `undefined` while it has its usual share. */
  readonly share: number | undefined;
  /** 1 where the part grows as the bar moves right or down, -1 where it shrinks. */
  readonly grows: 1 | -1;
  /** The part is to have so much of all, in percent. */
  readonly onMove: (share: number) => void;
  /** It was let go. */
  readonly onDone: () => void;
}

/** How far an arrow key moves it, in CSS px. */
const STEP = 16;

/** What a part, and what is beside it, has at least, in CSS px. */
const LEAST = 60;

/** A bar between two parts, https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/ */
export function Splitter({ across, label, part, share, grows, onMove, onDone }: Props) {
  const resize = (bar: HTMLElement, by: number) => {
    const { size, whole } = measure(bar, part, across);
    const next = Math.max(LEAST, Math.min(whole - LEAST, size + by * grows));
    onMove(Math.round((next / whole) * 1000) / 10);
  };
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const [back, forth] = across === 'x' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key !== back && event.key !== forth) return;
    event.preventDefault();
    resize(event.currentTarget, event.key === forth ? STEP : -STEP);
    onDone();
  };
  const onPointerMove = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    resize(event.currentTarget, across === 'x' ? event.movementX : event.movementY);
  };
  return (
    <div
      class={`splitter ${across} of-${part}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={Math.round(share ?? 0)}
      aria-orientation={across === 'x' ? 'vertical' : 'horizontal'}
      ref={(bar) => {
        if (bar) tellShare(bar, part, across);
      }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onLostPointerCapture={onDone}
    />
  );
}

/** How large a part is along an axis, and all parts together, in CSS px. */
function measure(bar: HTMLElement, part: string, across: 'x' | 'y') {
  const all = bar.parentElement;
  const box = (element?: Element | null) => element?.getBoundingClientRect();
  const [own, whole] = [box(all?.querySelector(`:scope > .${part}`)), box(all)];
  const side = across === 'x' ? 'width' : 'height';
  return { size: own?.[side] ?? 0, whole: whole?.[side] || 1 };
}

/** A focusable separator says where it is, also where nobody has moved it. */
function tellShare(bar: HTMLElement, part: string, across: 'x' | 'y'): void {
  const { size, whole } = measure(bar, part, across);
  bar.ariaValueNow = String(Math.round((size / whole) * 100));
}
