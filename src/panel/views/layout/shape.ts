import { signal } from '@preact/signals';
import { type Shape, shapeFor } from '#panel/settings/layout.ts';

const now = (): Shape => shapeFor(window.innerWidth, window.innerHeight);

/** How the parts lie in the room that the panel has now. */
export const shape = signal<Shape>(now());

addEventListener('resize', () => {
  shape.value = now();
});
