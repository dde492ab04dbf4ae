import { toBase64 } from '../bytes/base64.ts';
import { hexBytes } from '../bytes/hex.ts';
import type { Data } from '../data.ts';
import { prettyJson } from '../json/pretty.ts';
import { exactText, latin1Text, wireBytes } from '../text.ts';
import { withoutUnseen } from '../visible.ts';
import { isPlain, shellPrint, shellWord } from './shell.ts';

/** The socket that a command line should speak to. */
export interface CopyTarget {
  readonly url: string;
  /** Negotiated with the server; empty for none. */
  readonly protocol: string;
}

type Payload = Exclude<Data, undefined>;

type Writer = (data: Payload, target: CopyTarget) => string | undefined;

/** What stands around bytes in base64 that a page sends. */
export const sendBytes = [
  'socket.send(Uint8Array.from(atob("',
  '"), (character) => character.charCodeAt(0)));',
] as const;

const javascript = (data: Payload) =>
  typeof data === 'string'
    ? `socket.send(${withoutUnseen(JSON.stringify(data))});`
    : sendBytes.join(toBase64(data));

const writers = {
  text: exactText,
  json: (data) => prettyJson(exactText(data) ?? ''),
  hex: (data) => hexBytes(wireBytes(data)),
  base64: (data) => toBase64(wireBytes(data)),
  c: (data) => `"${cText(wireBytes(data))}"`,
  javascript,
  wscat,
  websocat,
} as const satisfies Record<string, Writer>;

export type CopyFormat = keyof typeof writers;

/** In what form a payload can be copied, in the order for a menu. */
export const copyFormats = Object.keys(writers) as readonly CopyFormat[];

/**
 * A payload as text for the clipboard, or `undefined` where it has no such form: text that is no JSON, bytes that are
 * no text, what is too long for a command line, a payload that did not arrive.
 */
export const copyAs = (format: CopyFormat, data: Data, target: CopyTarget): string | undefined =>
  data === undefined ? undefined : writers[format](data, target);

/** Bytes as they stand in a string of C. */
export const cText = (bytes: Uint8Array): string => latin1Text(bytes).replace(/[^ -~]|["\\?]/g, cEscape);

/** Octal: unlike a hex escape it ends by itself. `\?` keeps `??=` from being a trigraph. */
const cEscape = (character: string) =>
  /["\\?]/.test(character) ? `\\${character}` : `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;

/** Linux takes no word of a command line longer than 128 KiB, and an escape is four characters a byte. */
const LONGEST = 32_768;

/** `wscat` sends text only, and takes it as an argument, which cannot hold a NUL. */
function wscat(data: Payload, target: CopyTarget): string | undefined {
  const words = targetWords(target, '-s');
  if (!words || typeof data !== 'string' || data.length > LONGEST || data.includes('\0')) return undefined;
  const connect = `wscat -c ${words} -x`;
  if (isPlain(data)) return `${connect} ${shellWord(data)}`;
  // $(…) takes line feeds from the end: a full stop stands behind them until it is through.
  return `message=$(${shellPrint(`${data}.`)}); ${connect} "\${message%.}"`;
}

/**
 * `websocat` takes an empty message for the end. A text is one message up to a NUL (`-0`), not up to a line feed;
 * `-n` waits for an answer.
 */
function websocat(data: Payload, target: CopyTarget): string | undefined {
  const words = targetWords(target, '--protocol');
  if (!words || data.length === 0 || data.length > LONGEST) return undefined;
  if (typeof data !== 'string') return `${shellPrint(data)} | websocat -n --binary ${words}`;
  return data.includes('\0') ? undefined : `${shellPrint(data)} | websocat -n --text -0 ${words}`;
}

/** A socket's address and protocol as words of a command line; from a file they may be anything. */
function targetWords({ url, protocol }: CopyTarget, option: string): string | undefined {
  if (!URL.canParse(url) || !isPlain(protocol)) return undefined;
  const offer = protocol && ` ${option} ${shellWord(protocol)}`;
  return `${shellWord(new URL(url).href)}${offer}`;
}
