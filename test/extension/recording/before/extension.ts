import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { changes } from './changes.ts';

/** Runs before all else: does what the document's URL names after `#`, and keeps the errors that reach the page. */
const script = (all: string) => `{
  const errors = [];
  globalThis.errors = errors;
  addEventListener('error', ({ message }) => errors.push(message));
  const change = (${all})[decodeURIComponent(location.hash.slice(1))];
  if (change) change();
}`;

/** The extension that was built, with one more script before ours: the world of a page is one for all extensions. */
export function withScriptBefore(built: string): string {
  const folder = `dist/test/${built.replaceAll('/', '-')}-second`;
  cpSync(built, folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(`${built}/manifest.json`, 'utf8'));
  const [hook] = manifest.content_scripts;
  manifest.content_scripts.unshift({ ...hook, js: ['before.js'] });
  writeFileSync(`${folder}/manifest.json`, JSON.stringify(manifest));
  const all = Object.entries({ ...changes.through, ...changes.beside });
  const list = all.map(([name, change]) => `${JSON.stringify(name)}: ${change}`);
  writeFileSync(`${folder}/before.js`, script(`{ ${list.join(',\n')} }`));
  return folder;
}
