import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLimits, readSize, readSwitch, readTheme, readView } from '#panel/settings/preferences.ts';
import { defaultLimits, isLimits } from '#protocol';

describe('what was kept', () => {
  it('comes back as it was', () => {
    const limits = { events: 0, bytes: 1, payload: 2 };
    const through = (value: unknown) => JSON.parse(JSON.stringify(value));
    expect(readLimits(through(limits))).toEqual(limits);
    expect([readTheme('dark'), readSwitch(false), readView('hex')]).toEqual(['dark', false, 'hex']);
  });

  it('gives limits that a hook takes, or none', () => {
    const number = fc.oneof(fc.integer(), fc.double(), fc.anything());
    const stored = fc.oneof(fc.anything(), fc.record({ events: number, bytes: number, payload: number }));
    fc.assert(
      fc.property(stored, (value) => {
        const limits = readLimits(value);
        if (limits) expect(isLimits(limits)).toBe(true);
      }),
    );
    expect(readLimits({ events: 5 })).toEqual({ ...defaultLimits, events: 5 });
    expect(readLimits({ events: -1 })).toBeUndefined();
  });

  it('gives a size that there may be, or none', () => {
    expect([0, 5, -1, 0.5, '5', Number.NaN, undefined].map(readSize)).toEqual([
      0,
      5,
      ...Array(5).fill(undefined),
    ]);
  });

  it('is left alone where it is none', () => {
    expect([readTheme('pink'), readSwitch('on'), readView('all')]).toEqual([undefined, undefined, undefined]);
  });
});
