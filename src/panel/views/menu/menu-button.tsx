import { useId, useRef } from 'preact/hooks';
import { Menu, type MenuItem } from './menu.tsx';

interface Props {
  readonly label: string;
  readonly title: string;
  readonly items: readonly MenuItem[];
}

/** A button with a menu, as https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/ has it. */
export function MenuButton({ label, title, items }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="framed"
        title={title}
        aria-haspopup="menu"
        popovertarget={id}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          menu.current?.showPopover();
        }}
      >
        {label} <span aria-hidden="true">▾</span>
      </button>
      <Menu
        menu={menu}
        id={id}
        label={label}
        groups={[items]}
        of={() => button.current?.getBoundingClientRect() ?? new DOMRect()}
        onClosed={() => button.current?.focus()}
      />
    </>
  );
}
