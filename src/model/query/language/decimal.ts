/** A number as it is written, which may be one that no double is: 0.`digits` times ten to the power of `exponent`. */
export interface Decimal {
  readonly negative: boolean;
  /** Without zeros at either end; empty for zero. */
  readonly digits: string;
  readonly exponent: bigint;
}

const DECIMAL = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?\s*$/i;

/** Reads a number as JSON or a person writes it; `undefined` where it is none. */
export function readDecimal(text: string): Decimal | undefined {
  const [, sign, whole = '', fraction = '', power = '0'] = DECIMAL.exec(text) ?? [];
  if (sign === undefined || whole + fraction === '') return undefined;
  const all = whole + fraction;
  const digits = withoutZerosAtEnd(all.replace(/^0+/, ''));
  const zeros = all.length - all.replace(/^0+/, '').length;
  return {
    negative: sign === '-' && digits !== '',
    digits,
    exponent: BigInt(power) + BigInt(whole.length - zeros),
  };
}

/** Not by an expression: those that look for the end of a text begin anew at each zero. */
function withoutZerosAtEnd(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === '0') end--;
  return text.slice(0, end);
}

/** Negative where the first is less, 0 where both are the same number. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const size = compareSizes(a, b);
  return a.negative ? -size : size;
}

function compareSizes(a: Decimal, b: Decimal): number {
  if (a.digits === '' || b.digits === '') return a.digits.length - b.digits.length;
  if (a.exponent !== b.exponent) return a.exponent < b.exponent ? -1 : 1;
  return a.digits < b.digits ? -1 : a.digits > b.digits ? 1 : 0;
}
