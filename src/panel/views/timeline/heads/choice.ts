import type { Slot } from '#panel/views/axis/lanes/slot.ts';

/** A choice of sockets, by index, and the position of the lane that it was last changed at. */
export interface Choice {
  readonly sockets: ReadonlySet<number>;
  readonly active: number;
}

interface Modifiers {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

type Lanes = readonly Pick<Slot, 'sockets'>[];

const socketsOf = (lanes: Lanes): Set<number> =>
  new Set(lanes.flatMap(({ sockets }) => sockets.map(({ index }) => index)));

/** Whether all sockets of a lane are in a choice. */
export const isChosen = (chosen: ReadonlySet<number>, { sockets }: Pick<Slot, 'sockets'>): boolean =>
  chosen.size > 0 && sockets.every(({ index }) => chosen.has(index));

/** The choice of one lane alone. */
export const chooseLane = (lanes: Lanes, at: number): Choice => ({
  sockets: socketsOf(lanes.slice(at, at + 1)),
  active: at,
});

/** What a click makes of a choice: one; with Ctrl or ⌘ one more or less; with Shift all from `anchor` on. */
export function chooseByClick(
  lanes: Lanes,
  chosen: ReadonlySet<number>,
  anchor: number,
  at: number,
  { ctrlKey, metaKey, shiftKey }: Modifiers,
): Choice {
  if (shiftKey) return { ...extend(lanes, chosen, anchor, at), active: anchor };
  const lane = lanes[at];
  const all = lane !== undefined && isChosen(chosen, lane);
  if (ctrlKey || metaKey) return toggle(lanes, chosen, at, all);
  const alone = all && lane.sockets.length === chosen.size;
  return alone ? { sockets: new Set(), active: at } : chooseLane(lanes, at);
}

/** The choice with all lanes from `from` to `to` in it. */
export function extend(lanes: Lanes, chosen: ReadonlySet<number>, from: number, to: number): Choice {
  const more = socketsOf(lanes.slice(Math.min(from, to), Math.max(from, to) + 1));
  return { sockets: new Set([...chosen, ...more]), active: to };
}

function toggle(lanes: Lanes, chosen: ReadonlySet<number>, at: number, isIn: boolean): Choice {
  const own = socketsOf(lanes.slice(at, at + 1));
  const rest = [...chosen].filter((index) => !own.has(index));
  return { sockets: new Set(isIn ? rest : [...rest, ...own]), active: at };
}
