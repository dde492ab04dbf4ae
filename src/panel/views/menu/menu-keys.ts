/** The items of a menu itself, not those of a menu in it. */
export const itemsOf = (menu: HTMLElement): HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>(':scope > [role=none] > [role=menuitem]'),
];

/**
 * The item that a key leads to, by https://www.w3.org/WAI/ARIA/apg/patterns/menubar/: `at` is the place of the one that
 * has the focus, -1 for none.
 */
export function nextItem(key: string, at: number, items: readonly HTMLElement[]): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at < 0 ? -1 : at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return [...items.slice(at + 1), ...items].find(({ textContent }) => beginsWith(textContent, key));
  }
}

const beginsWith = (text: string, key: string) =>
  key.length === 1 && text.trim().toLowerCase().startsWith(key.toLowerCase());
