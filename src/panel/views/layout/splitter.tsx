interface Props {
  /** The axis that it is moved along. */
  readonly across: 'x' | 'y';
  readonly label: string;
  /** Of the part that it sizes, in CSS px; `undefined` while the part has the size of what is in it. */
  readonly size: number | undefined;
  readonly least: number;
  /** 1 where the part grows as the bar moves right or down, -1 where it shrinks. */
  readonly grows: 1 | -1;
  readonly onMove: (size: number) => void;
  /** It was let go. */
  readonly onDone: () => void;
}

/** How far an arrow key moves it, in CSS px. */
const STEP = 16;

/** A bar between two parts, https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/ */
export function Splitter({ across, label, size, least, grows, onMove, onDone }: Props) {
  const most = across === 'x' ? window.innerWidth * 0.7 : window.innerHeight * 0.7;
  const resize = (bar: HTMLElement, by: number) => {
    const part = grows === 1 ? bar.previousElementSibling : bar.nextElementSibling;
    const { width = 0, height = 0 } = part?.getBoundingClientRect() ?? {};
    const now = across === 'x' ? width : height;
    onMove(Math.round(Math.max(least, Math.min(most, now + by * grows))));
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
      class={`splitter ${across}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={across === 'x' ? 'vertical' : 'horizontal'}
      aria-valuenow={size ?? least}
      aria-valuemin={least}
      aria-valuemax={Math.round(most)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onLostPointerCapture={onDone}
    />
  );
}
