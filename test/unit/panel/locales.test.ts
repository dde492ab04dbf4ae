import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Messages = Record<string, { message: string }>;

const read = (language: string): Messages =>
  JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));

const [en, fr] = [read('en'), read('fr')];
const gaps = (text: string) => [...new Set(text.match(/\$\d/g))].sort();

describe('the messages of _locales', () => {
  it('are the same in every language, with the same gaps to fill', () => {
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
    for (const key in en)
      expect([key, gaps(fr[key]?.message ?? '')]).toEqual([key, gaps(en[key]?.message ?? '')]);
  });

  it('are never empty, and have names that browsers take', () => {
    for (const [key, { message }] of [...Object.entries(en), ...Object.entries(fr)]) {
      expect(message.trim(), key).not.toBe('');
      expect(key).toMatch(/^[A-Za-z0-9_]+$/);
    }
  });

  it('are all in use', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsx?$/.test(file),
    );
    const files = [...sources.map((file) => `src/${file}`), 'manifest.json'];
    const code = files
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
      .replace(/__MSG_(\w+)__/g, '$1');
    const named = new Set(code.match(/[A-Za-z0-9_]+/g));
    // A key may be put together from a beginning and a value: `state_${…}`, `closeCode${…}`.
    const begun = [...code.matchAll(/`([a-zA-Z]+_?)\$\{/g)].map(([, beginning]) => beginning ?? '');
    const used = (key: string) =>
      named.has(key) ||
      named.has(key.replace(/_(one|other)$/, '')) ||
      begun.some((stem) => stem && key.startsWith(stem));
    expect(Object.keys(en).filter((key) => !used(key))).toEqual([]);
  });
});
