import type { JsonOutline } from '#model';

/** What a key does in a tree: moves to another line, or opens or closes the one that is active. */
export type TreeMove = { readonly to: number } | 'toggle';

/**
 * The keys of https://www.w3.org/WAI/ARIA/apg/patterns/treeview/. `page` is how many lines a page has.
 * @returns `undefined` where the key does nothing
 */
export function treeMove(
  key: string,
  outline: JsonOutline,
  active: number,
  page: number,
): TreeMove | undefined {
  const last = outline.length - 1;
  const to = (line: number) => ({ to: Math.max(0, Math.min(last, line)) });
  switch (key) {
    case 'ArrowDown':
      return to(active + 1);
    case 'ArrowUp':
      return to(active - 1);
    case 'PageDown':
      return to(active + page);
    case 'PageUp':
      return to(active - page);
    case 'Home':
      return to(0);
    case 'End':
      return to(last);
    case 'ArrowRight':
      return inwards(outline, active);
    case 'ArrowLeft':
      return outwards(outline, active);
    case 'Enter':
    case ' ':
      return outline.line(active).open === undefined ? undefined : 'toggle';
    default:
      return undefined;
  }
}

function inwards(outline: JsonOutline, active: number): TreeMove | undefined {
  const { open } = outline.line(active);
  if (open === undefined) return undefined;
  return open ? { to: active + 1 } : 'toggle';
}

function outwards(outline: JsonOutline, active: number): TreeMove | undefined {
  if (outline.line(active).open) return 'toggle';
  const parent = outline.parent(active);
  return parent === undefined ? undefined : { to: parent };
}
