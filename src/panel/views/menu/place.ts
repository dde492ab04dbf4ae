/** A box in CSS px from the corner of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a menu goes, in CSS px; what is higher than `maxHeight` scrolls. */
export interface Placed {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

const within = (at: number, size: number, room: number) => Math.max(0, Math.min(at, room - size));

/** Below what it is of, or above where there is more room; never out of the window. */
export function placeBelow(menu: Size, of: Box, window: Size): Placed {
  const [above, below] = [of.top, window.height - of.bottom];
  const isBelow = menu.height <= below || below >= above;
  const maxHeight = isBelow ? below : above;
  const height = Math.min(menu.height, maxHeight);
  const top = isBelow ? of.bottom : of.top - height;
  return {
    left: within(of.left, menu.width, window.width),
    top: within(top, height, window.height),
    maxHeight,
  };
}

/** Beside what it is of: after it, or before it, or over it where neither has room; never out of the window. */
export function placeBeside(menu: Size, of: Box, window: Size): Placed {
  const after = of.right + menu.width <= window.width;
  const left = after ? of.right : of.left - menu.width;
  return {
    left: within(left, menu.width, window.width),
    top: within(of.top, menu.height, window.height),
    maxHeight: window.height,
  };
}
