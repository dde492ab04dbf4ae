/** What two fingers did: they spread by a factor around a point, and went along, in CSS px. */
export interface Pinched {
  readonly factor: number;
  readonly around: number;
  readonly by: number;
}

/** Fingers nearer than this count as that far apart, in CSS px: a factor of their distance says nothing there. */
const NEAREST = 16;

/** The fingers that are on the timeline, by how far from its left they are. */
export class Pinch {
  readonly #fingers = new Map<number, number>();

  /** Whether two fingers are down, and no press of one is meant. */
  get on(): boolean {
    return this.#fingers.size > 1;
  }

  press({ pointerType, pointerId, offsetX }: PointerEvent): void {
    if (pointerType === 'touch') this.#fingers.set(pointerId, offsetX);
  }

  /** A finger moved; gives what that does to the axis while two are down. */
  move({ pointerId, offsetX }: PointerEvent): Pinched | undefined {
    if (!this.#fingers.has(pointerId)) return undefined;
    const before = this.#pair;
    this.#fingers.set(pointerId, offsetX);
    const after = this.#pair;
    if (!before || !after) return undefined;
    return { factor: after.apart / before.apart, around: after.middle, by: before.middle - after.middle };
  }

  release({ pointerId }: PointerEvent): void {
    this.#fingers.delete(pointerId);
  }

  get #pair() {
    const [one, other] = [...this.#fingers.values()];
    if (one === undefined || other === undefined) return undefined;
    return { apart: Math.max(NEAREST, Math.abs(one - other)), middle: (one + other) / 2 };
  }
}
