/** One measured number. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** `×` for ratios to what stands beside it in the same run. */
  readonly unit: '×' | 'ms' | 'µs' | 'B' | 'MB' | '/s' | 'messages' | 'rows';
  /** The bar: the value should be at most, or at least, this. Figures without one are there to compare. */
  readonly most?: number;
  readonly least?: number;
}

/** Gives figures as a bench finds them. */
export type Bench = (options: BenchOptions) => AsyncIterable<Figure>;

export interface BenchOptions {
  /** Fewer rounds and messages: a look, not a measurement. */
  readonly quick: boolean;
}

/** Whether a figure reaches its bar; one without a bar always does. */
export const isMet = ({ value, most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY }: Figure) =>
  value <= most && value >= least;
