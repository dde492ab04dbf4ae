import type { TimelineView } from '#panel/views/axis/view.ts';
import { keyOf } from '#panel/views/keys/combination.ts';

type Move = (view: TimelineView) => void;

/** Parts of what is in view that an arrow key, and one with Shift, moves by. */
const STEP = 0.1;
const LEAP = 0.8;

/** How much one press zooms. */
export const ZOOM = 1.5;

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: (view) => view.pan(-STEP),
  ArrowRight: (view) => view.pan(STEP),
  'Shift+ArrowLeft': (view) => view.pan(-LEAP),
  'Shift+ArrowRight': (view) => view.pan(LEAP),
  '+': (view) => view.zoom(ZOOM),
  '=': (view) => view.zoom(ZOOM),
  '-': (view) => view.zoom(1 / ZOOM),
  '0': (view) => view.showAll(),
  Home: (view) => view.toStart(),
  End: (view) => view.toEnd(),
  f: (view) => view.follow(),
  Enter: (view) => view.select(view.span),
  Escape: (view) => view.select(undefined),
};

/** The keys of the timeline, as `aria-keyshortcuts` names them. */
export const shortcuts =
  'ArrowLeft ArrowRight Shift+ArrowLeft Shift+ArrowRight + - 0 Home End F Enter Escape';

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The move that a key stands for; `undefined` where it stands for none. */
export function moveOf(press: Press): Move | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  const key = keyOf(press);
  const name = key.length === 1 ? key.toLowerCase() : key;
  return (press.shiftKey ? moves[`Shift+${name}`] : undefined) ?? moves[name];
}
