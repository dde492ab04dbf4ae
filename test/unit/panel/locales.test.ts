import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Messages = Record<string, { message: string }>;

const read = (path: string) => readFileSync(path, 'utf8');

const messages = (language: string): Messages =>
  JSON.parse(read(`public/_locales/${language}/messages.json`));

const [en, fr] = [messages('en'), messages('fr')];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
);

const code = [...sources.map((file) => read(`src/${file}`)), read('manifest.json')]
  .join('\n')
  .replace(/__MSG_(\w+)__/g, '$1');

const gaps = (text: string) => [...new Set(text.match(/\$\d/g))].sort();

describe('the messages of _locales', () => {
  it('are the same in every language, with the same gaps to fill', () => {
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
    for (const key in en)
      expect([key, gaps(fr[key]?.message ?? '')]).toEqual([key, gaps(en[key]?.message ?? '')]);
  });

  it('say which language they are in: figures and plurals are in that, too', () => {
    expect([en.language?.message, fr.language?.message]).toEqual(['en', 'fr']);
  });

  it('are never empty, and have names that browsers take', () => {
    for (const [key, { message }] of [...Object.entries(en), ...Object.entries(fr)]) {
      expect(message.trim(), key).not.toBe('');
      expect(key).toMatch(/^[A-Za-z0-9_]+$/);
    }
  });

  it('break no line before a sign or a unit', () => {
    for (const messages of [en, fr])
      for (const [key, { message }] of Object.entries(messages))
        expect([key, / [:;!?»]|« |\d (?:m?s|min)\b/.exec(message)?.[0]]).toEqual([key, undefined]);
  });

  it('have the marks of print, not of the typewriter', () => {
    for (const messages of [en, fr])
      for (const [key, { message }] of Object.entries(messages))
        expect([key, /['"]|\.\.\.| …/.exec(message)?.[0]]).toEqual([key, undefined]);
  });

  it('have a form for one and for more wherever they count', () => {
    const stems = Object.keys(en).flatMap((key) => /^(\w+)_one$/.exec(key)?.[1] ?? []);
    expect(stems).not.toEqual([]);
    for (const stem of stems) expect(en).toHaveProperty(`${stem}_other`);
  });

  it('are all in use', () => {
    const named = new Set(code.match(/[A-Za-z0-9_]+/g));
    // A key may be put together from a beginning and a value: `state_${…}`, `closeCode${…}`.
    const begun = [...code.matchAll(/`([a-zA-Z]+_?)\$\{/g)].map(([, beginning]) => beginning ?? '');
    const used = (key: string) =>
      named.has(key) ||
      named.has(key.replace(/_(one|other)$/, '')) ||
      begun.some((stem) => stem && key.startsWith(stem));
    expect(Object.keys(en).filter((key) => !used(key))).toEqual([]);
  });

  it('are there wherever the code asks for one', () => {
    const asked = [
      ...[...code.matchAll(/\bsay\(\s*'(\w+)'/g)].map(([, key]) => key),
      ...[...code.matchAll(/\bsayCount\(\s*'(\w+)'/g)].map(([, key]) => `${key}_other`),
      ...[...code.matchAll(/\b(?:does|where): '(\w+)'/g)].map(([, key]) => key),
      ...[...read('manifest.json').matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key),
    ];
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !Object.hasOwn(en, key ?? ''))).toEqual([]);
  });
});

it('no view has words of its own', () => {
  const attribute = /\b(?:title|label|aria-\w*label|aria-description|placeholder|alt)="[^"]*[A-Za-z][^"]*"/g;
  const text = />\s*[A-Za-z][^<>{}=;()]*<\//g;
  for (const file of sources.filter((name) => name.endsWith('.tsx'))) {
    const view = read(`src/${file}`);
    expect([file, ...(view.match(attribute) ?? []), ...(view.match(text) ?? [])]).toEqual([file]);
  }
});
