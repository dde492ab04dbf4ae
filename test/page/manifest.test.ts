import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const HOOK = 'src/hook/main.iife.js';
const RELAY = 'src/relay/main.iife.js';

describe.each(['chrome', 'firefox'])('what is built for %s', (browser) => {
  const file = (path: string) => readFileSync(`dist/${browser}/${path}`);
  const zipped = (path: string) => gzipSync(file(path), { level: 9 }).length;
  const manifest: unknown = JSON.parse(file('manifest.json').toString());

  it('runs hook and relay in every document, before its scripts, the hook first and in the world of the page', () => {
    const everywhere = {
      matches: ['<all_urls>'],
      run_at: 'document_start',
      all_frames: true,
      match_about_blank: true,
      match_origin_as_fallback: true,
    };
    expect(manifest).toHaveProperty('content_scripts', [
      { js: [HOOK], world: 'MAIN', ...everywhere },
      { js: [RELAY], ...everywhere },
    ]);
  });

  it('has nothing that a page can load', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
  });

  it('has scripts that run at once: no import, no await', () => {
    for (const path of [HOOK, RELAY]) expect(file(path).toString()).not.toMatch(/\b(import|await)\b/);
  });

  it('costs a page at most 6.4 kB for the hook and 2.1 kB for the relay, minified and gzipped', () => {
    expect(zipped(HOOK)).toBeLessThanOrEqual(6400);
    expect(zipped(RELAY)).toBeLessThanOrEqual(2100);
  });
});
