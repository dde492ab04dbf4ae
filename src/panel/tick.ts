import type { Signal } from '@preact/signals';

/**
 * Moves a count on, by which others hear that something has changed. `++` would also look at it: an effect that moves a
 * count on would be called again for that, in every frame.
 */
export function tick(count: Signal<number>): void {
  count.value = count.peek() + 1;
}
