import { HarError } from '../read/error.ts';
import { asList } from './lines.ts';
import { foreignFormat, packingOf, TELLING } from './packing.ts';
import { unpackStream } from './streams.ts';
import { unzip } from './zip.ts';

/** A HAR as UTF-8, and what came with it. */
export interface Unpacked {
  readonly har: Blob;
  /** Lists of messages, by the name that the HAR has for them. */
  readonly lists: ReadonlyMap<string, Blob>;
  /** Names of other HARs that were packed with it. */
  readonly unread: readonly string[];
}

/** A file may be packed in another, such as text in UTF-16 in a zip; more often is nobody's intention. */
const DEEPEST = 3;

/**
 * Unpacks a HAR: gzip, zlib (as mitmproxy's .zhar), zip with lists of messages beside it (as Playwright's), UTF-16.
 * @param beside files that were chosen with it, by name: lists of messages as JSON lines
 * @throws HarError where it is broken, packed in another way, or more than can be taken; what the browser says where the
 *   file cannot be had
 */
export async function unpack(file: Blob, beside: ReadonlyMap<string, Blob> = new Map()): Promise<Unpacked> {
  let har = file;
  const lists = new Map<string, Blob>();
  const unread: string[] = [];
  const addLines = (name: string, lines: Uint8Array) => lists.set(name, new Blob([asList(lines)]));
  for (const [name, lines] of beside) addLines(name, new Uint8Array(await lines.arrayBuffer()));
  for (let depth = 0; ; depth++) {
    const beginning = new Uint8Array(await har.slice(0, TELLING).arrayBuffer());
    const packing = packingOf(beginning);
    const format = depth < DEEPEST ? foreignFormat(beginning) : packing;
    if (format !== undefined) throw new HarError('harPacked', '', format);
    if (packing === undefined) return { har, lists, unread };
    if (packing !== 'zip') har = await unpackStream(har, packing);
    else {
      const zipped = await unzip(har);
      har = new Blob([zipped.har]);
      for (const [name, lines] of zipped.lines) addLines(name, lines);
      unread.push(...zipped.unread);
    }
  }
}
