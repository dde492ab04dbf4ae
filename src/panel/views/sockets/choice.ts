/** A choice of sockets, and the one that it was last changed at. */
export interface Choice {
  readonly sockets: ReadonlySet<number>;
  readonly active: number;
}

interface Modifiers {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** What a click makes of a choice: one; with Ctrl or ⌘ one more or less; with Shift all from `anchor` on. */
export function chooseByClick(
  chosen: ReadonlySet<number>,
  anchor: number,
  at: number,
  { ctrlKey, metaKey, shiftKey }: Modifiers,
): Choice {
  if (shiftKey) return { ...extend(chosen, anchor, at), active: anchor };
  if (ctrlKey || metaKey) return toggle(chosen, at);
  const alone = chosen.size === 1 && chosen.has(at);
  return { sockets: alone ? new Set() : new Set([at]), active: at };
}

/** The choice with all from `from` to `to` in it. */
export function extend(chosen: ReadonlySet<number>, from: number, to: number): Choice {
  const sockets = new Set(chosen);
  for (let i = Math.min(from, to); i <= Math.max(from, to); i++) sockets.add(i);
  return { sockets, active: to };
}

function toggle(chosen: ReadonlySet<number>, at: number): Choice {
  const sockets = new Set(chosen);
  if (!sockets.delete(at)) sockets.add(at);
  return { sockets, active: at };
}
