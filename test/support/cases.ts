import { readFileSync } from 'node:fs';
import { isMessage, type Row, readHar, type Session } from '#model';

/** Files of other programs, most of them real but for the names of servers. */
const FOLDER = new URL('../cases/', import.meta.url);

export const caseBytes = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(name, FOLDER)));

export const caseText = (name: string): string => new TextDecoder().decode(caseBytes(name));

export const readCase = (name: string): Session => readHar(caseText(name));

export const rowsOf = ({ rows }: Session): Row[] =>
  Array.from({ length: rows.length }, (_, index) => rows.get(index)).filter((row) => row !== undefined);

export const messagesOf = (session: Session): Row[] => rowsOf(session).filter(({ type }) => isMessage(type));
