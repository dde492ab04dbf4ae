import { useId, useRef } from 'preact/hooks';
import './menu-button.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
}

interface Props {
  readonly label: string;
  readonly title: string;
  readonly items: readonly MenuItem[];
  readonly onChoose: (id: string) => void;
}

/** A button with a menu, as https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/ has it. */
export function MenuButton({ label, title, items, onChoose }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const choose = (item: string) => {
    menu.current?.hidePopover();
    onChoose(item);
  };
  const onToggle = ({ newState }: Pick<ToggleEvent, 'newState'>) => {
    if (newState !== 'open' || !menu.current || !button.current) return;
    place(menu.current, button.current.getBoundingClientRect());
    menu.current.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  };
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
          if (event.key === 'ArrowDown') menu.current?.showPopover();
        }}
      >
        {label} <span aria-hidden="true">▾</span>
      </button>
      <div
        ref={menu}
        id={id}
        class="menu"
        role="menu"
        aria-label={label}
        popover="auto"
        onToggle={onToggle}
        onKeyDown={onMenuKey}
      >
        {items.map((item) => (
          <button key={item.id} type="button" role="menuitem" tabIndex={-1} onClick={() => choose(item.id)}>
            {item.label}
          </button>
        ))}
      </div>
    </>
  );
}

/** Below the button, or above it where there is more room, and never out of the window. */
function place(menu: HTMLElement, button: DOMRect): void {
  const { innerWidth, innerHeight } = window;
  const left = Math.max(0, Math.min(button.left, innerWidth - menu.offsetWidth));
  const below = innerHeight - button.bottom;
  const top = below >= menu.offsetHeight ? button.bottom : Math.max(0, button.top - menu.offsetHeight);
  Object.assign(menu.style, { left: `${left}px`, top: `${top}px` });
}

function onMenuKey(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.findIndex((item) => item.matches(':focus'));
  if (event.key === 'Tab') event.currentTarget.hidePopover();
  const next = nextItem(event.key, at, items);
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

function nextItem(key: string, at: number, items: readonly HTMLElement[]): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return [...items.slice(at + 1), ...items].find(({ textContent }) => beginsWith(textContent, key));
  }
}

const beginsWith = (text: string, key: string) =>
  key.length === 1 && text.toLowerCase().startsWith(key.toLowerCase());
