import { HarError } from '../read/error.ts';
import { MOST, tooMuch } from './streams.ts';

/** What of a zip concerns us. */
export interface Zipped {
  readonly har: Uint8Array<ArrayBuffer>;
  /** Lists of messages, by the name that the HAR has for them. */
  readonly lines: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Names of other HARs. */
  readonly unread: readonly string[];
}

const isHar = (name: string) => /\.har$/i.test(name) && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name);
const isLines = (name: string) => /\.jsonl$/i.test(name);

/** Unpacks the first HAR of a zip, and the lists of messages that are packed with it. @throws HarError as `unpack` does */
export async function unzip(file: Blob): Promise<Zipped> {
  const { unzipSync } = await import('fflate');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const names: string[] = [];
  let size = 0;
  const files = flated(() =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (isHar(name)) names.push(name);
        const wanted = names[0] === name || isLines(name);
        if (wanted) size += originalSize;
        if (size > MOST) throw tooMuch();
        return wanted;
      },
    }),
  );
  const [name = '', ...unread] = names;
  const har = files[name];
  if (!har) throw new HarError('harNotIn');
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const lines = Object.entries(files)
    .filter(([each]) => each !== name && each.startsWith(folder))
    .map(([each, content]) => [each.slice(folder.length), content] as const);
  return { har, lines: new Map(lines), unread };
}

/** What fflate throws says that the zip is broken. */
function flated<T>(unzip: () => T): T {
  try {
    return unzip();
  } catch (error) {
    throw error instanceof HarError ? error : new HarError('harBroken', '', 'zip');
  }
}
