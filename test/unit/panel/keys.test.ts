import { describe, expect, it } from 'vitest';
import { combination } from '#panel/views/keys/combination.ts';
import { shortcutGroups } from '#panel/views/keys/shortcuts.ts';

const none = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, held: Partial<typeof none> = {}) =>
  combination({ key, ...none, ...held } as KeyboardEvent);

describe('a combination of keys', () => {
  it('names what is held down, and is the same on every keyboard and system', () => {
    expect(press('e', { ctrlKey: true })).toBe('Ctrl+E');
    expect(press('e', { metaKey: true })).toBe('Ctrl+E');
    expect(press('T', { shiftKey: true })).toBe('Shift+T');
    expect(press('t')).toBe('T');
    expect([press('?'), press('?', { shiftKey: true })]).toEqual(['?', '?']);
    expect(press('ArrowUp', { shiftKey: true })).toBe('Shift+ArrowUp');
    expect(press('F', { ctrlKey: true, altKey: true, shiftKey: true })).toBe('Ctrl+Alt+Shift+F');
  });

  it('is by place where a keyboard writes no Latin letters, else by what is on the key', () => {
    expect(press('у', { code: 'KeyE', ctrlKey: true })).toBe('Ctrl+E');
    expect(press('Τ', { code: 'KeyT', shiftKey: true })).toBe('Shift+T');
    expect(press('a', { code: 'KeyQ', ctrlKey: true })).toBe('Ctrl+A');
    expect(press('é', { code: 'Digit2' })).toBe('É');
    expect(press('ж', { code: 'Semicolon' })).toBe('Ж');
  });
});

describe('the list of keys', () => {
  it('gives a combination one meaning in one place', () => {
    for (const { where, shortcuts } of shortcutGroups) {
      const keys = shortcuts.flatMap(({ keys }) => keys);
      expect([where, new Set(keys).size]).toEqual([where, keys.length]);
    }
  });
});
