import { exactText, latin1Text, wireBytes } from '../text.ts';
import { visible } from '../visible.ts';

/** A text as one word of a POSIX shell, https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html#tag_18_02 */
export const shellWord = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * A command that prints a payload, byte for byte. Control and unseen characters are never in it as they are: a
 * terminal acts on them when the line is pasted, quoted or not.
 */
export function shellPrint(data: string | Uint8Array): string {
  const text = exactText(data);
  if (text !== undefined && isPlain(text)) return `printf %s ${shellWord(text)}`;
  return `printf ${shellWord(printfFormat(wireBytes(data)))}`;
}

/** Whether a text can stand in a command line as it is. */
export const isPlain = (text: string): boolean => visible(text) === text;

const printfFormat = (bytes: Uint8Array) =>
  latin1Text(bytes)
    .replace(/[^ -~]|\\|^-/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`)
    .replaceAll('%', '%%');
