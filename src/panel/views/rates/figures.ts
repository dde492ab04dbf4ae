import { rateText, sizeText } from '#panel/figures.ts';
import type { Key } from '#panel/words.ts';
import type { Line } from './chart.ts';
import type { Rates } from './rates.ts';

/** A chart of the rates: what it is about, and its lines with the sign that tells them apart in words. */
export interface Figure {
  readonly name: Key;
  readonly lines: readonly (Line & {
    readonly sign: string;
    readonly values: (rates: Rates) => Float64Array;
  })[];
  readonly text: (value: number) => string;
}

/** Colour alone does not tell what is sent from what is received. */
const DASH = [4, 2];

export const figures: readonly Figure[] = [
  {
    name: 'rateMessages',
    lines: [
      { colour: 'sent', dash: DASH, sign: '↑', values: ({ sent }) => sent.messages },
      { colour: 'received', sign: '↓', values: ({ received }) => received.messages },
    ],
    text: rateText,
  },
  {
    name: 'rateBytes',
    lines: [
      { colour: 'sent', dash: DASH, sign: '↑', values: ({ sent }) => sent.bytes },
      { colour: 'received', sign: '↓', values: ({ received }) => received.bytes },
    ],
    text: sizeText,
  },
  {
    name: 'rateBuffered',
    lines: [{ colour: 'closing', sign: '', values: ({ buffered }) => buffered }],
    text: sizeText,
  },
];
