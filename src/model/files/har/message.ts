import { toBase64 } from '../../payload/bytes/base64.ts';
import { byteLength, type Data } from '../../payload/data.ts';
import { hasPayload, isMessage, isOnWire, type Row, type RowType } from '../../session/row.ts';
import { toSeconds } from './time.ts';

/** Version of all that we write into a HAR in fields of our own. */
export const VERSION = 1;

/** Opcodes as Chrome writes them, https://www.rfc-editor.org/rfc/rfc6455#section-11.8 and one of its own. */
export const opcodes = { text: 1, binary: 2, error: -1 } as const;

/** What a message was in the page, as far as its opcode tells. */
export const formOf = (opcode: number): string => (opcode === opcodes.binary ? 'binary' : 'text');

/** Whether a row is one of `_webSocketMessages`: what went over the wire, and errors. The others only we have a word for. */
export const isTraffic = (row: Row): boolean => isOnWire(row) || row.type === 'error';

/** Numbers strings in the order in which they are first asked for. */
export type Numbering = (text: string) => number;

/** Bytes on the wire, as a reader counts them where a row does not say. */
const sizeOf = (type: RowType, data: Data) => (hasPayload(type) ? byteLength(data) : 0);

/**
 * A row in the form of a `_webSocketMessages` item, and beside it in fields of our own what has no place there. A
 * field that is undefined is not written.
 */
export function toMessage(row: Row, numberOf: Numbering) {
  const time = toSeconds(row.time);
  const opcode = opcodeOf(row);
  return {
    type: row.type === 'message' ? ('receive' as const) : row.type,
    time,
    opcode,
    data: typeof row.data === 'object' ? toBase64(row.data) : (row.data ?? ''),
    /** Its place among the rows of all sockets. */
    _row: row.index,
    /** ms since the epoch, where seconds cannot say it exactly. */
    _ms: unless(time * 1000 === row.time, row.time),
    _part: row.part && [row.part.offset, row.part.buffer],
    /** There was a payload, but nothing of it is known. */
    _absent: unless(row.data !== undefined, true),
    _size: unless(row.size === sizeOf(row.type, row.data), row.size),
    _form: unless(row.form === formOf(opcode), row.form),
    _direction: row.type === 'frame' ? row.direction : undefined,
    _author: unless(row.author === 'page', row.author),
    /** Which of the entry's stacks. */
    _stack: row.stack ? numberOf(row.stack) : undefined,
    _error: row.error,
    _repaired: row.repaired,
    _note: row.note,
    _bufferedBefore: row.bufferedBefore || undefined,
    _bufferedAfter: row.bufferedAfter || undefined,
  };
}

const unless = <T>(implied: boolean, value: T) => (implied ? undefined : value);

function opcodeOf({ type, form, data }: Row): number {
  if (typeof data === 'object') return opcodes.binary;
  if (type === 'error') return opcodes.error;
  return data === undefined && isMessage(type) && form !== 'text' ? opcodes.binary : opcodes.text;
}
