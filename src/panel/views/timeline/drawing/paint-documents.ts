import { type DocumentRecord, preview } from '#model';
import { AXIS, LANE, xOf } from '#panel/views/axis/layout.ts';
import { say } from '#panel/words.ts';
import type { Scene } from './scene.ts';

type Context = CanvasRenderingContext2D;

/** Draws the heading of a document's lanes: its address, which workers have none of, and a line for as long as it was there. */
export function paintDocument(context: Context, scene: Scene, document: DocumentRecord, top: number): void {
  const { colours, width, gutter } = scene;
  const middle = top + LANE / 2 + 3;
  context.fillStyle = colours.line;
  context.fillRect(0, top + LANE - 1, width, 0.5);
  const from = Math.max(gutter, xOf(scene, document.origin));
  const to = Math.min(width, xOf(scene, document.gone ?? scene.lanes.whole?.to ?? document.origin));
  context.fillStyle = colours['text-faint'];
  if (to > from) context.fillRect(from, top + LANE - 4, to - from, 2);
  context.fillText(preview(document.url, 200) || say('workers'), 8, middle - 4);
}

/** Marks, over all lanes, each moment at which a document went away: a navigation, mostly. */
export function paintNavigations(context: Context, scene: Scene): void {
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
