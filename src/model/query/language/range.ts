/** Names of units and how much each is, such as `{ k: 1000 }`. */
export type Units = Readonly<Record<string, number>>;

/** Whether a number is in the range. */
export type RangeTest = (value: number) => boolean;

interface Quantity {
  readonly value: number;
  /** How much one is in the last digit that is written. */
  readonly step: number;
}

/**
 * Reads `>1k`, `>=1`, `<5`, `<=5`, `1..2`, `1..`, `..2`, and `12` or `=12`, which mean what rounds to it as it is
 * written: 12.5s from 12.45 up to 12.55.
 * @returns `undefined` where it is none of these
 */
export function parseRange(text: string, units: Units): RangeTest | undefined {
  const between = /^(.*?)\.\.(.*)$/.exec(text);
  if (between) return betweenTest(between[1] ?? '', between[2] ?? '', units);
  const [, operator = '', rest = ''] = /^(>=|<=|>|<|=)?(.*)$/.exec(text) ?? [];
  const quantity = parseQuantity(rest, units);
  return quantity && comparison(operator, quantity);
}

function comparison(operator: string, { value, step }: Quantity): RangeTest {
  switch (operator) {
    case '>':
      return (each) => each > value;
    case '>=':
      return (each) => each >= value;
    case '<':
      return (each) => each < value;
    case '<=':
      return (each) => each <= value;
    default:
      return (each) => each >= value - step / 2 && each < value + step / 2;
  }
}

function betweenTest(from: string, to: string, units: Units): RangeTest | undefined {
  if (from === '' && to === '') return undefined;
  const low = from === '' ? { value: Number.NEGATIVE_INFINITY } : parseQuantity(from, units);
  const high = to === '' ? { value: Number.POSITIVE_INFINITY } : parseQuantity(to, units);
  return low && high && ((each) => each >= low.value && each <= high.value);
}

function parseQuantity(text: string, units: Units): Quantity | undefined {
  const [, digits, decimals = '', name = ''] = /^(\d+(?:\.(\d+))?)([a-z]*)$/i.exec(text) ?? [];
  const unit = Object.hasOwn(units, name.toLowerCase()) ? units[name.toLowerCase()] : undefined;
  if (digits === undefined || unit === undefined) return undefined;
  return { value: Number(digits) * unit, step: unit / 10 ** decimals.length };
}
