import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Column } from '#model';

/** Around where the first piece is full, where it is as large as the others, and where the next begin. */
const lengths = [0, 1, 7, 8, 9, 16, 17, 4095, 4096, 4097, 8191, 8192, 8193, 12289];

it('a column is the list of what was pushed and set, and 0 past its end', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...lengths),
      fc.array(fc.tuple(fc.nat(13000), fc.double())),
      (length, changes) => {
        const column = new Column(Float64Array);
        const list = Array.from({ length }, (_, index) => index + 1);
        for (const number of list) column.push(number);
        for (const [index, number] of changes) {
          if (index >= length) continue;
          column.set(index, number);
          list[index] = number;
        }
        expect(column.length).toBe(length);
        expect([...column]).toEqual(list);
        for (const index of [0, length - 1, length, length + 1, length + 4096])
          expect(column.at(index)).toBe(list[index] ?? 0);
      },
    ),
    { numRuns: 40 },
  );
});
