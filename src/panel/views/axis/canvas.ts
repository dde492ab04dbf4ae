/** A context to draw on a canvas of that size in CSS px, with as many dots as the screen has on it. */
export function sharpContext(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio;
  const [dotsX, dotsY] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== dotsX || canvas.height !== dotsY) {
    Object.assign(canvas, { width: dotsX, height: dotsY });
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  }
  const context = canvas.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

/** Draws when asked to, but at most once a frame. */
export function oncePerFrame(draw: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      draw();
    });
  };
}
