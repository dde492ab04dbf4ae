import type { ComponentChildren, Ref, TargetedToggleEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { keyName } from '#panel/views/keys/key-name.ts';
import { itemsOf, nextItem } from './menu-keys.ts';
import { type Box, type Placed, placeBelow, placeBeside } from './place.ts';
import './menu.css';

/** A thing that a menu offers: something to do, or a menu of its own. */
export interface MenuItem {
  readonly label: string;
  /** A key that does the same, as `KeyboardEvent.key` names it. */
  readonly keys?: string;
  /** Why it cannot be chosen now. */
  readonly unavailable?: string | undefined;
  readonly items?: readonly MenuItem[];
  readonly onChoose?: () => void;
}

interface Props {
  readonly menu: Ref<HTMLDivElement>;
  readonly id?: string;
  readonly label: string;
  /** Groups of items, with a line between them. */
  readonly groups: readonly (readonly MenuItem[])[];
  /** What it opens below, or beside. */
  readonly of: () => Box;
  readonly beside?: boolean;
  /** Whoever opened it has the focus again. */
  readonly onClosed: () => void;
}

/** A menu as https://www.w3.org/WAI/ARIA/apg/patterns/menubar/ has it, which `showPopover` opens. */
export function Menu({ menu, id, label, groups, of, beside = false, onClosed }: Props) {
  const onToggle = ({ newState, currentTarget }: TargetedToggleEvent<HTMLElement>) => {
    if (newState === 'open') return open(currentTarget, of(), beside);
    const { activeElement } = document;
    // A click beside it may have led to something else already.
    if (activeElement === document.body || currentTarget.contains(activeElement)) onClosed();
  };
  return (
    <div
      ref={menu}
      {...(id && { id })}
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      popover="auto"
      onToggle={onToggle}
      onKeyDown={onMenuKey}
      onContextMenu={(event) => event.preventDefault()}
    >
      {groups.map((group, at) => [
        at > 0 && group.length > 0 && <hr key={at} />,
        ...group.map((item) =>
          item.items ? <Branch key={item.label} item={item} /> : <Leaf key={item.label} item={item} />,
        ),
      ])}
    </div>
  );
}

function open(menu: HTMLElement, of: Box, beside: boolean): void {
  const { innerWidth: width, innerHeight: height } = window;
  const size = { width: menu.offsetWidth, height: menu.scrollHeight + 2 };
  const placed: Placed = (beside ? placeBeside : placeBelow)(size, of, { width, height });
  const px = Object.entries(placed).map(([name, value]) => [name, `${value}px`]);
  Object.assign(menu.style, Object.fromEntries(px));
  itemsOf(menu)[0]?.focus();
}

/** What is typed in a menu is for it alone. */
function onMenuKey(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const menu = event.currentTarget;
  event.stopPropagation();
  if (event.key === 'Tab' || (event.key === 'ArrowLeft' && menu.parentElement?.closest('.menu'))) {
    event.preventDefault();
    menu.hidePopover();
    return;
  }
  const items = itemsOf(menu);
  const next = nextItem(event.key, items.indexOf(document.activeElement as HTMLElement), items);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function Leaf({ item: { label, keys, unavailable, onChoose } }: { item: MenuItem }) {
  const choose = ({ currentTarget }: Event & { currentTarget: HTMLElement }) => {
    if (unavailable !== undefined) return;
    let outermost = currentTarget.closest<HTMLElement>('.menu');
    for (let next = outermost; next; next = next.parentElement?.closest<HTMLElement>('.menu') ?? null)
      outermost = next;
    outermost?.hidePopover();
    onChoose?.();
  };
  return (
    <Item title={unavailable} aria-disabled={unavailable !== undefined} onClick={choose}>
      {label}
      {keys && (
        <span class="menu-keys" aria-hidden="true">
          {keys.split('+').map(keyName).join('+')}
        </span>
      )}
    </Item>
  );
}

/** An item that opens a menu beside it. */
function Branch({ item: { label, items = [] } }: { item: MenuItem }) {
  const place = useRef<HTMLDivElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const button = () => place.current?.querySelector<HTMLElement>('[role=menuitem]');
  const show = () => menu.current?.showPopover();
  return (
    <Item
      place={place}
      aria-haspopup="menu"
      onClick={show}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowRight' || event.target !== event.currentTarget) return;
        event.preventDefault();
        event.stopPropagation();
        show();
      }}
      beside={
        <Menu
          menu={menu}
          label={label}
          groups={[items]}
          of={() => button()?.getBoundingClientRect() ?? new DOMRect()}
          beside={true}
          onClosed={() => button()?.focus()}
        />
      }
    >
      {label} <span aria-hidden="true">▸</span>
    </Item>
  );
}

interface ItemProps {
  readonly place?: Ref<HTMLDivElement>;
  readonly title?: string | undefined;
  readonly 'aria-haspopup'?: 'menu';
  readonly 'aria-disabled'?: boolean;
  readonly onClick: (event: MouseEvent & { currentTarget: HTMLElement }) => void;
  readonly onKeyDown?: (event: KeyboardEvent & { currentTarget: HTMLElement }) => void;
  /** What opens beside it. */
  readonly beside?: ComponentChildren;
  readonly children: ComponentChildren;
}

const Item = ({ place, title, beside, children, ...button }: ItemProps) => (
  <div ref={place ?? null} role="none">
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      title={title}
      onPointerMove={({ currentTarget }) => currentTarget.focus()}
      {...button}
    >
      {children}
    </button>
    {beside}
  </div>
);
