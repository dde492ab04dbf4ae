import type { Author } from '#protocol';
import { fromBase64 } from '../../payload/bytes/base64.ts';
import type { Data } from '../../payload/data.ts';
import { isMessage, type Part, type RowType, rowTypes } from '../../session/row.ts';
import type { NewRow } from '../../session/rows.ts';
import type { SocketRecord } from '../../session/socket.ts';
import { formOf, opcodes } from '../message.ts';
import type { Field } from './field.ts';

/** A row and its place among the rows of all sockets: smaller is earlier. */
export interface PlacedRow {
  readonly order: number;
  readonly row: NewRow;
}

type MessageType = Exclude<RowType, 'message'> | 'receive';

const rowType = (type: MessageType): RowType => (type === 'receive' ? 'message' : type);

/** What `_webSocketMessages` has. */
export const traffic: readonly MessageType[] = ['send', 'receive', 'error'];

/** What else we write in its form. */
export const life: readonly MessageType[] = rowTypes.filter((type) => type !== 'message');

const authors: readonly Author[] = ['page', 'panel'];

/** Close, ping and pong are no messages: a page never sees them. */
const isControl = (opcode: number) => opcode >= 8;

/** Reads an item of `_webSocketMessages` that somebody else wrote; `undefined` for one that is no message. */
export function readMessage(message: Field, socket: SocketRecord, clock: (time: number) => number) {
  const opcode = message.at('opcode').number();
  if (isControl(opcode)) return undefined;
  const type = rowType(message.at('type').oneOf(traffic));
  const time = clock(message.at('time').number());
  const data = readData(message.at('data'), opcode);
  return { type, time, socket, data, ...(isMessage(type) && { form: formOf(opcode) }) };
}

/** Reads an item that we wrote. `stacks` are those of its entry. */
export function readOwnMessage(
  message: Field,
  types: readonly MessageType[],
  socket: SocketRecord,
  stacks: readonly string[],
): NewRow {
  const number = (name: string) => message.at(name).maybe((field) => field.number());
  const string = (name: string) => message.at(name).maybe((field) => field.string());
  const opcode = message.at('opcode').number();
  const type = rowType(message.at('type').oneOf(types));
  return {
    type,
    time: number('_ms') ?? message.at('time').number() * 1000,
    socket,
    data: message.at('_absent').value === true ? undefined : readData(message.at('data'), opcode),
    form: string('_form') ?? (isMessage(type) ? formOf(opcode) : undefined),
    author: message.at('_author').maybe((field) => field.oneOf(authors)),
    size: number('_size'),
    stack: stacks[number('_stack') ?? -1],
    error: string('_error'),
    note: string('_note'),
    bufferedBefore: number('_bufferedBefore'),
    bufferedAfter: number('_bufferedAfter'),
    part: message.at('_part').maybe(readPart),
  };
}

function readPart(field: Field): Part {
  const [offset, buffer] = field.items().map((item) => item.number());
  return offset === undefined || buffer === undefined ? field.refuse('array') : { offset, buffer };
}

/** Text for all but binary messages, which are base64. */
function readData(data: Field, opcode: number): Data {
  const text = data.string();
  if (opcode === opcodes.text || opcode === opcodes.error) return text;
  return fromBase64(text) ?? data.refuse('base64');
}
