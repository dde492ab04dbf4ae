import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parts,
  readLayout,
  shapeFor,
  shapes,
  toggleFold,
  usualLayout,
  withoutPart,
  withPart,
  withShares,
} from '#panel/settings/layout.ts';

describe('the layout that was kept', () => {
  it('comes back as it was', () => {
    const layout = withShares(toggleFold(usualLayout, 'details'), 'right', { details: 45.5, timeline: 20 });
    expect(readLayout(JSON.parse(JSON.stringify(layout)))).toEqual(layout);
  });

  it('has known parts alone, with shares that a part can have, whatever is there', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (shares, folded) => {
        const layout = readLayout({ shares: { right: shares, x: shares }, folded });
        expect(parts).toEqual(expect.arrayContaining([...(layout?.folded ?? [])]));
        for (const [shape, own] of Object.entries(layout?.shares ?? {})) {
          expect(shapes).toContain(shape);
          for (const share of Object.values(own)) expect(share > 0 && share < 100).toBe(true);
        }
      }),
    );
    expect(readLayout({ sizes: { sockets: 230 } })).toEqual(usualLayout);
    expect(readLayout(7)).toBeUndefined();
  });
});

describe('a part', () => {
  it('is folded away, and back', () => {
    const folded = toggleFold(usualLayout, 'timeline');
    expect(folded.folded).toEqual(['timeline', 'drawer']);
    expect(toggleFold(folded, 'timeline')).toEqual(usualLayout);
    expect([withPart(folded, 'timeline'), withPart(usualLayout, 'timeline')]).toEqual([
      usualLayout,
      usualLayout,
    ]);
    expect(withoutPart(folded, 'timeline')).toEqual(folded);
  });
});

describe('how the parts lie', () => {
  it('follows from the room where browsers dock their tools, and in a window', () => {
    const rooms = {
      tiny: [
        [320, 700],
        [320, 260],
        [500, 300],
      ],
      right: [
        [554, 833],
        [500, 785],
        [400, 833],
      ],
    } as const;
    const wide = {
      below: [
        [1400, 272],
        [1280, 221],
      ],
      wide: [
        [1400, 860],
        [2200, 1300],
      ],
    } as const;
    for (const [shape, sizes] of Object.entries({ ...rooms, ...wide }))
      for (const [width, height] of sizes) expect(shapeFor(width, height)).toBe(shape);
  });
});
