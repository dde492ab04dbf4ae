import type { Author } from '#protocol';
import {
  type Direction,
  hasPayload,
  type Part,
  type Repair,
  type RowType,
  repairs,
  rowTypes,
} from '../../../session/row.ts';
import type { NewRow } from '../../../session/rows.ts';
import type { SocketRecord } from '../../../session/socket.ts';
import { formOf } from '../message.ts';
import type { Field } from './field.ts';
import { Guesses, readData, readOpcode } from './message.ts';

type OwnType = Exclude<RowType, 'message'> | 'receive';

/** What of our own stands among `_webSocketMessages`, and what beside them. */
export const traffic: readonly OwnType[] = ['send', 'receive', 'error'];
export const beside: readonly OwnType[] = [...rowTypes.filter((type) => type !== 'message'), 'receive'];

const authors: readonly Author[] = ['page', 'panel'];
const directions: readonly Direction[] = ['in', 'out'];

/**
 * Reads an item that we wrote, of one of those types; `undefined` for what is none. `stacks` are those of its entry.
 * Where it was tampered with it is read as far as it can be.
 */
export function readOwnMessage(
  message: Field,
  types: readonly OwnType[],
  socket: SocketRecord,
  stacks: readonly string[],
): NewRow | undefined {
  if (!message.isObject) {
    message.remark('leftOut', 'object');
    return undefined;
  }
  const number = (name: string) => message.at(name).or((field) => field.number(), undefined);
  const string = (name: string) => message.at(name).or((field) => field.string(), undefined);
  const guesses = new Guesses(message, message.at('_repaired').or(readRepairs, []));
  const type = readType(message, types, guesses);
  const opcode = readOpcode(message, guesses);
  return {
    type,
    time: readTime(message, guesses),
    socket,
    direction: message.at('_direction').or((field) => field.oneOf(directions), undefined),
    data: message.at('_absent').value === true ? undefined : readData(message, opcode, guesses),
    form: string('_form') ?? (hasPayload(type) ? formOf(opcode) : undefined),
    author: message.at('_author').or((field) => field.oneOf(authors), undefined),
    size: number('_size'),
    stack: stacks[number('_stack') ?? -1],
    error: string('_error'),
    note: string('_note'),
    bufferedBefore: number('_bufferedBefore'),
    bufferedAfter: number('_bufferedAfter'),
    part: message.at('_part').or(readPart, undefined),
    ...guesses.asField,
  };
}

function readType(message: Field, types: readonly OwnType[], guesses: Guesses): RowType {
  const said = message.at('type').value;
  const type = types.find((each) => each === said);
  if (type === undefined) guesses.add('type', 'repaired', types.join(' | '));
  return type === undefined || type === 'receive' ? 'message' : type;
}

/** In ms since the epoch; NaN, which becomes that of the row before, where there is none. */
function readTime(message: Field, guesses: Guesses): number {
  const exact = message.at('_ms').or((field) => field.number(), undefined);
  const time = message.at('time');
  if (exact !== undefined) return exact;
  if (typeof time.value === 'number') return time.value * 1000;
  guesses.add('time', 'placed');
  return Number.NaN;
}

const readRepairs = (field: Field): readonly Repair[] => field.items().map((item) => item.oneOf(repairs));

function readPart(field: Field): Part {
  const [offset, buffer] = field.items().map((item) => item.number());
  return offset === undefined || buffer === undefined ? field.refuse('array') : { offset, buffer };
}
