import type { Data } from '../../../payload/data.ts';
import { type Direction, isMessage, type Repair } from '../../../session/row.ts';
import type { NewRow } from '../../../session/rows.ts';
import type { SocketRecord } from '../../../session/socket.ts';
import { formOf, opcodes } from '../message.ts';
import { readCloseFrame } from './close-frame.ts';
import type { Field } from './field.ts';
import { type ReadPayload, readBytes, readText } from './payload.ts';
import { CLOSE, frameOf, opcodeOf, trafficType } from './words.ts';

/** When a message was, in ms since the epoch, and whether that is a guess. */
export interface When {
  readonly time: number;
  readonly isPlaced: boolean;
}

type MessageType = 'send' | 'message' | 'error';

/** Reads an item of `_webSocketMessages` that somebody else wrote; `undefined` for what is none. */
export function readMessage(
  message: Field,
  socket: SocketRecord,
  { time, isPlaced }: When,
): NewRow | undefined {
  if (!message.isObject) {
    message.remark('leftOut', 'object');
    return undefined;
  }
  const guesses = new Guesses(message);
  const type = readType(message, guesses);
  const opcode = type === 'error' ? opcodes.error : readOpcode(message, guesses);
  if (isPlaced) guesses.add('time', 'placed');
  else if (typeof message.at('time').value !== 'number') message.at('time').remark('repaired', 'number');
  const content = isFrame(opcode)
    ? readFrame(message, type, opcode)
    : { type, data: readData(message, opcode, guesses), ...(isMessage(type) && { form: formOf(opcode) }) };
  return { ...content, time, socket, ...guesses.asField };
}

const none: readonly Repair[] = [];

/** What of a message is a guess, which is remarked. */
export class Guesses {
  readonly #message: Field;
  #all: readonly Repair[];

  /** @param known what was known of it before */
  constructor(message: Field, known: readonly Repair[] = none) {
    this.#message = message;
    this.#all = known;
  }

  add(repair: Repair, remark: 'repaired' | 'placed', expected?: string): void {
    this.#all = [...this.#all, repair];
    this.#message.at(repair).remark(remark, expected);
  }

  get asField(): { readonly repaired?: readonly Repair[] } {
    return this.#all.length > 0 ? { repaired: this.#all } : {};
  }
}

/** What is neither sent nor an error Chrome takes for received. */
function readType(message: Field, guesses: Guesses): MessageType {
  const field = message.at('type');
  const type = trafficType(field.value);
  if (type === undefined) guesses.add('type', 'repaired', 'send | receive | error');
  else if (type !== field.value) field.remark('repaired', 'send | receive | error');
  return type === undefined || type === 'receive' ? 'message' : type;
}

/** What is no opcode is taken for text, as most messages are. */
export function readOpcode(message: Field, guesses: Guesses): number {
  const field = message.at('opcode');
  const opcode = opcodeOf(field.value);
  if (opcode === undefined) guesses.add('opcode', 'repaired', 'number');
  else if (opcode !== field.value) field.remark('repaired', 'number');
  return opcode ?? opcodes.text;
}

const isFrame = (opcode: number) =>
  opcode !== opcodes.text && opcode !== opcodes.binary && opcode !== opcodes.error;

/** What is in it stands there in whatever way: it is no message, and is shown as it stands there. */
function readFrame(message: Field, type: MessageType, opcode: number) {
  const direction: Direction = type === 'send' ? 'out' : 'in';
  const close = opcode === CLOSE ? readCloseFrame(message) : undefined;
  const data = close ? `${close.code} ${close.reason}`.trim() : readText(message.at('data').value).data;
  return { type: 'frame' as const, direction, form: frameOf(opcode), data };
}

/** Text for all but binary messages. */
export function readData(message: Field, opcode: number, guesses: Guesses): Data {
  const field = message.at('data');
  const read: ReadPayload = opcode === opcodes.binary ? readBytes(field.value) : readText(field.value);
  if (read.isGuess) guesses.add('data', 'repaired', read.expected);
  else if (read.expected) field.remark('repaired', read.expected);
  return read.data;
}
