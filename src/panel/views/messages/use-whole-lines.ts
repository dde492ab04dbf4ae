import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Rows } from '#model';
import { tick } from '#panel/tick.ts';

/** For how long no row has come into view before what is on disk of those in view is read, in ms. */
const STILL = 120;

/** Rows in view that are in more packs than that stay as they are: those are more than are kept at hand. */
const MOST = 8;

/**
 * Reads what is on disk of the rows in view, for which there is a beginning meanwhile, and draws them again.
 * @returns what is to be called with the pack of each such row that is drawn
 */
export function useWholeLines(rows: Rows): (pack: number) => void {
  const arrived = useSignal(0);
  arrived.value;
  const lines = useMemo(() => new Lines(rows, () => tick(arrived)), [rows]);
  useEffect(() => () => lines.stop(), [lines]);
  return (pack) => lines.want(pack);
}

class Lines {
  readonly #rows: Rows;
  readonly #onArrival: () => void;
  readonly #wanted = new Set<number>();
  /** What the disk did not give is not asked for again. */
  readonly #refused = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(rows: Rows, onArrival: () => void) {
    this.#rows = rows;
    this.#onArrival = onArrival;
  }

  want(pack: number): void {
    if (this.#refused.has(pack) || this.#wanted.has(pack)) return;
    this.#wanted.add(pack);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#bring(), STILL);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #bring(): Promise<void> {
    const packs = [...this.#wanted];
    this.#wanted.clear();
    if (packs.length > MOST) return;
    const { packs: disk } = this.#rows.payloads;
    await Promise.all(packs.map((pack) => disk.bringPack(pack).catch(() => this.#refused.add(pack))));
    this.#onArrival();
  }
}
