import { createHash } from 'node:crypto';
import type { Scope } from './browser.ts';
import { press } from './panel.ts';

/** A message of a session as the panel exports it. */
export interface Exported {
  /** Address of the document that its socket is in. */
  readonly document: string;
  readonly type: 'send' | 'receive';
  /** What it was in the page, in UTF-16 units of text and in bytes of all else. */
  readonly size: number;
  /** Of `data` as the file has it: text, or bytes in base64. */
  readonly sha256: string;
}

/** The hash that a payload has in `Exported`. As JSON, because UTF-8 has no lone surrogates. */
export const sha256 = (payload: string | Buffer): string =>
  createHash('sha256')
    .update(JSON.stringify(typeof payload === 'string' ? payload : payload.toString('base64')))
    .digest('hex');

interface Entry {
  readonly pageref: string;
  readonly _webSocketMessages: readonly {
    readonly type: Exported['type'];
    readonly opcode: number;
    readonly data: string;
    readonly _size?: number;
  }[];
}

/**
 * Presses Export, and gives what is in the file. The file is read in the panel, on its way to the downloads: alike in
 * both browsers, and whatever its size.
 */
export async function exported(panel: Scope): Promise<Exported[]> {
  await panel.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (file) => {
      Object.assign(globalThis, { file });
      URL.createObjectURL = createObjectURL;
      // It may be very large, and nobody reads what is saved.
      return createObjectURL(new Blob());
    };
  });
  await press(panel, 'Export');
  return panel.evaluate(async () => {
    const saved = globalThis as { file?: Blob };
    while (!saved.file) await new Promise(requestAnimationFrame);
    const har = JSON.parse(await saved.file.text());
    delete saved.file;
    const titles = new Map(har.log.pages.map((page: { id: string; title: string }) => [page.id, page.title]));
    const messages = har.log.entries.flatMap(({ pageref, _webSocketMessages: all }: Entry) =>
      all.map((message) => ({ ...message, document: titles.get(pageref) })),
    );
    const hex = (bytes: ArrayBuffer) =>
      [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    // What an echo brings back is the same text once more, and may be very long.
    const hashes = new Map<string, string>();
    const hashed = async (data: string) => {
      const known = hashes.get(data);
      const digest = async () =>
        hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(data))));
      const hash = known ?? (await digest());
      hashes.set(data, hash);
      return hash;
    };
    const all: Exported[] = [];
    for (const { document, type, opcode, data, _size } of messages) {
      const padding = data.endsWith('==') ? 2 : Number(data.endsWith('='));
      const kept = opcode === 1 ? data.length : (data.length / 4) * 3 - padding;
      all.push({ document, type, size: _size ?? kept, sha256: await hashed(data) });
    }
    return all;
  });
}
