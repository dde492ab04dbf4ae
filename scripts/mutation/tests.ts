import { begin, tests } from './stand-in.ts';

const files = import.meta.glob('../../test/unit/{model,protocol,relay}/**/*.test.ts');

for (const [file, load] of Object.entries(files)) {
  begin(file.replace('../../', ''));
  await load();
}

export { tests };
