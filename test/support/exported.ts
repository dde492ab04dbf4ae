import { createHash } from 'node:crypto';
import type { Scope } from './browser.ts';
import { press } from './panel.ts';

/** A message of a session as the panel exports it, its payload as bytes; text is in UTF-8. */
export interface Exported {
  readonly type: 'send' | 'receive';
  readonly opcode: number;
  readonly bytes: number;
  readonly sha256: string;
}

export const sha256 = (payload: string | Uint8Array): string =>
  createHash('sha256').update(payload).digest('hex');

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
      return createObjectURL(file);
    };
  });
  await press(panel, 'Export');
  return panel.evaluate(async () => {
    const saved = globalThis as { file?: Blob };
    while (!saved.file) await new Promise(requestAnimationFrame);
    const har = JSON.parse(await saved.file.text());
    delete saved.file;
    const messages: { type: Exported['type']; opcode: number; data: string }[] = har.log.entries.flatMap(
      (entry: { _webSocketMessages: unknown }) => entry._webSocketMessages,
    );
    const hex = (bytes: ArrayBuffer) =>
      [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const { fromBase64 } = Uint8Array as unknown as { fromBase64(text: string): Uint8Array<ArrayBuffer> };
    const all: Exported[] = [];
    for (const { type, opcode, data } of messages) {
      const bytes = opcode === 1 ? new TextEncoder().encode(data) : fromBase64.call(Uint8Array, data);
      const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes));
      all.push({ type, opcode, bytes: bytes.length, sha256 });
    }
    return all;
  });
}
