import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forget, noFilters, readMemory, remember, toggleSaved } from '#panel/views/toolbar/filter-memory.ts';

describe('the filters that are kept', () => {
  it('have the last used first, each once, ten at most', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'abcdefghijklmn')), (used) => {
        const { recent } = used.reduce(remember, noFilters);
        expect(recent).toEqual([...new Set(used.toReversed())].slice(0, 10));
      }),
    );
  });

  it('are not those of blanks, nor those saved already', () => {
    expect(remember(noFilters, '  ')).toEqual(noFilters);
    const saved = toggleSaved(remember(noFilters, ' a '), 'a');
    expect(saved).toEqual({ recent: [], saved: ['a'] });
    expect(remember(saved, 'a')).toEqual(saved);
  });

  it('are saved no more when asked again, and forgotten', () => {
    const both = remember(toggleSaved(noFilters, 'a'), 'b');
    expect(toggleSaved(both, 'a')).toEqual({ recent: ['b'], saved: [] });
    expect(forget(both, 'a').saved).toEqual([]);
    expect(forget(both, 'b').recent).toEqual([]);
  });

  it.each([undefined, null, [], { recent: [] }, { recent: [1], saved: [] }, 'x'])(
    'are not read from %j',
    (stored) => {
      expect(readMemory(stored)).toBeUndefined();
    },
  );
});
