import '#support/extension-api.ts';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortKeys } from '#model';
import {
  type Columns,
  forRows,
  layOut,
  nextTimeMode,
  readColumns,
  timeModes,
  toggleColumn,
  usualColumns,
  widthOf,
  withWidth,
} from '#panel/views/messages/columns/columns.ts';
import { nextSort } from '#panel/views/messages/columns/grid-header.tsx';
import { lineFor } from '#panel/views/messages/row/message-row.tsx';
import { timeBase } from '#panel/views/messages/row/row-time.ts';

const column = fc.constantFrom(...sortKeys);

describe('the columns', () => {
  it('are all there where there is room, and go one by one where there is not, the message never', () => {
    const all = { ...usualColumns, hidden: [] };
    expect(layOut(all, 2000).shown).toEqual(sortKeys);
    fc.assert(
      fc.property(fc.nat(900), fc.nat(900), (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((room) => layOut(all, room).shown);
        expect(more).toEqual(expect.arrayContaining([...(less ?? [])]));
        expect(less).toEqual(expect.arrayContaining(['direction', 'preview']));
      }),
    );
  });

  it('have a track each, of the width that a person gave them', () => {
    fc.assert(
      fc.property(fc.array(column), column, fc.integer({ min: 18, max: 300 }), (hidden, sized, width) => {
        const columns = withWidth(hidden.reduce(toggleColumn, usualColumns), sized, width);
        const { shown, template } = layOut(columns, 5000);
        const tracks = template.split(/ (?!1fr)/);
        expect(tracks).toHaveLength(shown.length);
        if (sized !== 'preview' && shown.includes(sized))
          expect(tracks[shown.indexOf(sized)]).toBe(`${width}px`);
      }),
    );
  });

  it('have room for the numbers of all rows, unless a person sized them', () => {
    const room = (rows: number, columns = usualColumns) => widthOf(forRows(columns, rows, 2), 'number');
    expect(room(9999)).toBe(room(0));
    expect(room(1_000_000)).toBeGreaterThanOrEqual('1,000,000'.length * 7);
    expect(room(1_000_000, withWidth(usualColumns, 'number', 30))).toBe(30);
  });

  it('have one for the socket only where rows are of several', () => {
    const shown = (sockets: number) => layOut(forRows(usualColumns, 10, sockets), 2000).shown;
    expect([shown(1).includes('socket'), shown(2).includes('socket')]).toEqual([false, true]);
    expect(widthOf(forRows(usualColumns, 10, 10_000), 'socket')).toBeGreaterThanOrEqual('10,000'.length * 7);
  });

  it('are hidden and shown again, and never narrower than one can take hold of', () => {
    const once = toggleColumn(usualColumns, 'time');
    expect(layOut(once, 2000).shown).not.toContain('time');
    expect(toggleColumn(once, 'time')).toEqual(usualColumns);
    expect(widthOf(withWidth(usualColumns, 'kind', -5), 'kind')).toBe(18);
  });

  it('are read from what was kept, whatever it is', () => {
    const kept = withWidth(toggleColumn({ ...usualColumns, time: 'socket' }, 'size'), 'time', 99);
    expect(readColumns(structuredClone(kept))).toEqual(kept);
    expect(readColumns({ hidden: ['x', 'size'], widths: { x: 1, size: '2' }, time: 'x' })).toEqual({
      hidden: ['size'],
      widths: {},
      time: 'absolute',
    });
    fc.assert(fc.property(fc.anything(), (stored) => void readColumns(stored)));
    expect(readColumns('x')).toBeUndefined();
  });

  it('sort rising, then falling, then not', () => {
    const once = nextSort(undefined, 'size');
    const twice = nextSort(once, 'size');
    expect([once, twice, nextSort(twice, 'size')]).toEqual([
      { key: 'size', descending: false },
      { key: 'size', descending: true },
      undefined,
    ]);
    expect(nextSort(twice, 'time')).toEqual({ key: 'time', descending: false });
  });
});

describe('a line of a payload', () => {
  it('is as long as may be seen, and no longer than is shown of any', () => {
    const { rest } = layOut(usualColumns, 1000);
    expect(lineFor(rest)).toBeGreaterThanOrEqual(rest / 4);
    expect(lineFor(rest + 40) - lineFor(rest)).toBeLessThanOrEqual(40);
    expect([lineFor(0), lineFor(5000)]).toEqual([40, 400]);
  });

  it('has what the other columns leave of the room', () => {
    const { rest } = layOut(usualColumns, 1000);
    expect(layOut(usualColumns, 1100).rest).toBe(rest + 100);
    expect(layOut(toggleColumn(usualColumns, 'delta'), 1000).rest).toBe(rest + 62 + 10);
  });
});

describe('the time of a row', () => {
  it('is told from what the mode says', () => {
    const row = { socket: { created: 3 } } as Parameters<typeof timeBase>[1];
    const bases = { session: 1, selected: undefined, previous: 2 };
    expect(timeModes.map((mode) => timeBase(mode, row, bases))).toEqual([undefined, 1, 3, 2, undefined]);
  });

  it('has each mode once in a round', () => {
    const round = timeModes.map(
      (_, i) =>
        Array.from({ length: i }).reduce((columns: Columns) => nextTimeMode(columns), usualColumns).time,
    );
    expect(round).toEqual(timeModes);
  });
});
