import { AXIS, xOf } from '#panel/views/axis/layout.ts';
import type { Scene } from './scene.ts';

/** Marks, over all lanes, each moment at which a document went away: a navigation, mostly. */
export function paintNavigations(context: CanvasRenderingContext2D, scene: Scene): void {
  const { colours, gutter, width, height, lanes } = scene;
  const drawn = new Set<number>();
  context.fillStyle = colours['text-faint'];
  for (const { gone } of lanes.session.documents) {
    const x = gone === undefined ? -1 : Math.round(xOf(scene, gone));
    if (x < gutter || x > width || drawn.has(x)) continue;
    drawn.add(x);
    for (let y = AXIS; y < height; y += 6) context.fillRect(x, y, 1, 3);
    context.fill(new Path2D(`M${x - 4} ${AXIS - 7}h9l-4.5 6z`));
  }
}
