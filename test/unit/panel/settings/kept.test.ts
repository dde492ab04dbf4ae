import '#support/extension-api.ts';

import { beforeEach, describe, expect, it } from 'vitest';
import browser from 'webextension-polyfill';
import { Kept } from '#panel/settings/kept.ts';
import { clearStored, storedUnder } from '#support/extension-api.ts';

const number = (stored: unknown) => (typeof stored === 'number' ? stored : undefined);
const write = (value: unknown) => browser.storage.local.set({ name: value });

beforeEach(clearStored);

describe('a value that is kept', () => {
  it('is what it was the last time, and what it is at first where nothing readable was kept', async () => {
    await write(5);
    const again = new Kept('name', 1, number);
    await Promise.resolve();
    expect(again.value).toBe(5);
    await write('five');
    const first = new Kept('name', 1, number);
    await Promise.resolve();
    expect(first.value).toBe(1);
  });

  it('is not taken back by what was kept, where it was changed meanwhile', async () => {
    await write(5);
    const kept = new Kept('name', 1, number);
    kept.value = 2;
    await Promise.resolve();
    expect([kept.value, storedUnder('name')]).toEqual([2, 2]);
  });

  it('follows other panels, but not the echo of what was written here', async () => {
    const [here, there] = [new Kept('name', 1, number), new Kept('name', 1, number)];
    await write(3);
    expect([here.value, there.value]).toEqual([3, 3]);
    here.value = 4;
    expect(there.value).toBe(4);
    // As if an older write came back late.
    await write(3);
    expect([here.value, there.value]).toEqual([4, 3]);
  });
});
