import { type Data, exactText, imageType, scanJson } from '#model';

/** The longest text that is looked through to tell whether it is JSON, in UTF-16 units. */
const LONGEST = 2_000_000;

/** What a payload is as a file: its MIME type, and the extension that goes with it. */
export function fileTypeOf(data: Data): { readonly type: string; readonly extension: string } {
  const image = data instanceof Uint8Array ? imageType(data) : undefined;
  if (image) return { type: image, extension: extensions[image] ?? image.slice('image/'.length) };
  const text = exactText(data);
  if (text === undefined) return { type: 'application/octet-stream', extension: 'bin' };
  const isJson = /^\s*[[{]/.test(text) && text.length <= LONGEST && !scanJson(text);
  return isJson ? { type: 'application/json', extension: 'json' } : { type: 'text/plain', extension: 'txt' };
}

const extensions: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/x-icon': 'ico' };
