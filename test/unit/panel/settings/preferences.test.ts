import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parts,
  readLayout,
  readLimits,
  readSize,
  readSwitch,
  readTheme,
  readView,
  toggleFold,
  usualLayout,
  withPart,
} from '#panel/settings/preferences.ts';
import { defaultLimits, isLimits } from '#protocol';

describe('what was kept', () => {
  it('comes back as it was', () => {
    const layout = { sizes: { timeline: 70, sockets: 1, details: 2, composer: 3 }, folded: ['details'] };
    const limits = { events: 0, bytes: 1, payload: 2 };
    const through = (value: unknown) => JSON.parse(JSON.stringify(value));
    expect(readLayout(through(layout))).toEqual(layout);
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

  it('gives a layout of known parts with sizes that a part can have, whatever is there', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (sizes, folded) => {
        const layout = readLayout({ sizes, folded });
        expect(parts).toEqual(expect.arrayContaining([...(layout?.folded ?? [])]));
        for (const [part, size] of Object.entries(layout?.sizes ?? {})) {
          expect(parts).toContain(part);
          expect(size).toBeGreaterThanOrEqual(0);
        }
      }),
    );
    expect(readLayout({ sizes: { sockets: Number.NaN, nothing: 3 } })).toEqual(usualLayout);
    expect([readLayout(7), readTheme('pink'), readSwitch('on'), readView('all')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

it('folds a part away, and back', () => {
  const folded = toggleFold(usualLayout, 'sockets');
  expect(folded).toEqual({ ...usualLayout, folded: ['sockets'] });
  expect(toggleFold(folded, 'sockets')).toEqual(usualLayout);
  expect([withPart(folded, 'sockets'), withPart(usualLayout, 'sockets')]).toEqual([usualLayout, usualLayout]);
});
