import { expect, test } from 'vitest';
import { closeCodeKey } from '#model';

test.each([
  [1000, 'closeCode1000'],
  [1006, 'closeCode1006'],
  [1015, 'closeCode1015'],
  [999, 'closeCodeUnknown'],
  [1016, 'closeCodeUnknown'],
  [2999, 'closeCodeUnknown'],
  [3000, 'closeCodeLibrary'],
  [3999, 'closeCodeLibrary'],
  [4000, 'closeCodeApplication'],
  [4999, 'closeCodeApplication'],
  [5000, 'closeCodeUnknown'],
  [Number.NaN, 'closeCodeUnknown'],
])('the close code %d is said by %s', (code, key) => {
  expect(closeCodeKey(code)).toBe(key);
});

test('all that are registered have words of their own', () => {
  const codes = Array.from({ length: 16 }, (_, index) => 1000 + index);
  expect(codes.map(closeCodeKey)).toEqual(codes.map((code) => `closeCode${code}`));
});
