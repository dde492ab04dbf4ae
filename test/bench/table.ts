import { type Figure, isMet } from './figure.ts';

const NAME = 56;
const VALUE = 12;
const UNIT = 9;
const BAR = 10;

const line = (name: string, value: string, unit: string, bar: string, verdict: string) =>
  `${name.padEnd(NAME)}${value.padStart(VALUE)} ${unit.padEnd(UNIT)}${bar.padStart(BAR)}  ${verdict}`.trimEnd();

/** What stands above the figures. */
export const heading = line('', 'measured', '', 'bar', '');

const number = (value: number, unit: Figure['unit']) =>
  value.toLocaleString(
    'en',
    unit === '×' ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumFractionDigits: 1 },
  );

function barOf({ most, least, unit }: Figure): string {
  if (most !== undefined) return `≤ ${number(most, unit)}`;
  return least === undefined ? '' : `≥ ${number(least, unit)}`;
}

/** A figure as a line of the table. */
export function lineOf(figure: Figure): string {
  const bar = barOf(figure);
  const verdict = bar === '' ? '' : isMet(figure) ? 'met' : 'MISSED';
  return line(figure.name, number(figure.value, figure.unit), figure.unit, bar, verdict);
}
