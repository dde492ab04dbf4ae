import type { Header } from '../../../session/socket.ts';
import type { Field } from './field.ts';

/** Headers as a HAR has them: a list of names and values. What has no name is none. */
export const readHeaders = (headers: Field): Header[] =>
  headers.records().flatMap((header) => {
    const name = header.at('name').or((field) => field.string(), undefined);
    return name === undefined ? [] : [{ name, value: header.at('value').or((field) => field.text(), '') }];
  });

/** All values of a header, in their order: it may stand there several times. */
export const valuesOf = (headers: readonly Header[], name: string): string[] =>
  headers.filter((header) => header.name.toLowerCase() === name).map(({ value }) => value);
