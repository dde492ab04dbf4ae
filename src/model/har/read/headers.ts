import type { Header } from '../../session/socket.ts';
import type { Field } from './field.ts';

/** Headers as a HAR has them: a list of names and values. */
export const readHeaders = (headers: Field): Header[] =>
  headers.items().map((header) => ({ name: header.at('name').string(), value: header.at('value').string() }));
