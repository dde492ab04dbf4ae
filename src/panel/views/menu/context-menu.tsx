import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Menu, type MenuItem } from './menu.tsx';
import type { Box } from './place.ts';

/** A menu of what can be done with a thing. */
export interface Offer {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly groups: readonly (readonly MenuItem[])[];
  readonly of: Box;
  /** Whether a button of the mouse is still down. */
  readonly pressed?: boolean;
}

const offered = signal<(Offer & { readonly from: Element | null }) | undefined>(undefined);

/** Opens the panel's context menu; what has the focus then has it again afterwards. */
export function offer(what: Offer): void {
  offered.value = { ...what, from: document.activeElement };
}

/** Where a right click was. */
export const placeOf = ({ clientX, clientY, buttons }: MouseEvent): Pick<Offer, 'of' | 'pressed'> => ({
  of: { left: clientX, right: clientX, top: clientY, bottom: clientY },
  pressed: buttons !== 0,
});

/** Whether a key asks for the context menu; not every browser makes an event of its own of it. */
export const asksForMenu = ({ key, shiftKey }: KeyboardEvent): boolean =>
  key === 'ContextMenu' || (key === 'F10' && shiftKey);

/** The panel's context menu. */
export function ContextMenu() {
  const menu = useRef<HTMLDivElement>(null);
  const what = offered.value;
  useLayoutEffect(() => {
    if (!what) return;
    const show = () => menu.current?.showPopover();
    if (!what.pressed) return show();
    // When the button comes up it would close what opened under it: https://html.spec.whatwg.org/multipage/popover.html#popover-light-dismiss
    const onUp = () => setTimeout(show);
    window.addEventListener('pointerup', onUp, { once: true, capture: true });
    return () => window.removeEventListener('pointerup', onUp, { capture: true });
  }, [what]);
  if (!what) return null;
  return (
    <Menu
      menu={menu}
      label={what.label}
      groups={what.groups}
      of={() => what.of}
      onClosed={() => {
        if (what.from instanceof HTMLElement) what.from.focus();
      }}
    />
  );
}
