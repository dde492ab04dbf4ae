import type { Signal } from '@preact/signals';

interface Props {
  /** The axis that it is moved along. */
  readonly across: 'x' | 'y';
  readonly label: string;
  /** Of the part that it sizes, in CSS px. */
  readonly size: Signal<number>;
  readonly least: number;
  /** 1 where the part grows as the bar moves right or down, -1 where it shrinks. */
  readonly grows: 1 | -1;
}

/** How far an arrow key moves it, in CSS px. */
const STEP = 16;

/** A bar between two parts, https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/ */
export function Splitter({ across, label, size, least, grows }: Props) {
  const most = across === 'x' ? window.innerWidth * 0.7 : window.innerHeight * 0.7;
  const resize = (by: number) => {
    size.value = Math.round(Math.max(least, Math.min(most, size.value + by * grows)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [back, forth] = across === 'x' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key !== back && event.key !== forth) return;
    event.preventDefault();
    resize(event.key === forth ? STEP : -STEP);
  };
  const onPointerMove = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    resize(across === 'x' ? event.movementX : event.movementY);
  };
  return (
    <div
      class={`splitter ${across}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={across === 'x' ? 'vertical' : 'horizontal'}
      aria-valuenow={size.value}
      aria-valuemin={least}
      aria-valuemax={Math.round(most)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}
