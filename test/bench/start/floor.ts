import { mkdir, writeFile } from 'node:fs/promises';

const everywhere = {
  matches: ['<all_urls>'],
  run_at: 'document_start',
  all_frames: true,
  match_about_blank: true,
  match_origin_as_fallback: true,
};

const manifest = {
  manifest_version: 3,
  name: 'Floor',
  version: '1',
  content_scripts: [
    { js: ['main.js'], world: 'MAIN', ...everywhere },
    { js: ['isolated.js'], ...everywhere },
  ],
  browser_specific_settings: { gecko: { id: 'floor@sockscope.dev' } },
};

/** Writes an extension that has two empty scripts where ours has two that do something; gives its folder. */
export async function writeFloor(): Promise<string> {
  const folder = 'dist/bench/floor';
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/manifest.json`, JSON.stringify(manifest));
  for (const script of ['main', 'isolated']) await writeFile(`${folder}/${script}.js`, '"";');
  return folder;
}
