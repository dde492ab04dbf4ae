/** A frame of a call stack: what is before its place, and the place; lines and columns count from 1. */
export interface Frame {
  readonly name: string;
  readonly place: string;
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** `at name (url:line:column)`, or without a name `at url:line:column`. */
const CHROMIUM = /^at (?:(.*) \()?((\S+?):(\d+):(\d+))\)?$/;
/** `name@url:line:column`; the name may be empty. */
const FIREFOX = /^(.*?)@((\S+?):(\d+):(\d+))$/;

/** Reads a line of a call stack; `undefined` where it has no place in a script. */
export function readFrame(text: string): Frame | undefined {
  const [, name = '', place = '', url = '', line, column] = CHROMIUM.exec(text) ?? FIREFOX.exec(text) ?? [];
  if (!url) return undefined;
  return { name, place, url, line: Number(line), column: Number(column) };
}

/** What a click may lead to: scripts of the page, and nothing that its stack only claims to be one. */
export const isScript = ({ url }: Frame): boolean => /^(https?|file|blob|webpack):/.test(url);
