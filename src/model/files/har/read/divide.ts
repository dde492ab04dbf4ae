import { type Bytes, COLON, COMMA, Cursor, LIST, LIST_END, OBJECT, OBJECT_END, QUOTE } from './cursor.ts';
import { Field } from './field.ts';
import { asksForUpgrade } from './handshake.ts';
import { Messages } from './messages.ts';

/** An entry without its messages, and its place among the entries of the file. */
interface Entry {
  readonly index: number;
  readonly value: unknown;
}

/** A HAR in pieces, so that none of it need be longer than a string can be. */
export interface Divided {
  /** The file without its entries: in the place of their list is one with the number of theirs in `entries`. */
  readonly har: unknown;
  /** Those of WebSockets; instead of its messages, each has a list with the number of theirs in `messages`. */
  readonly entries: readonly (readonly Entry[])[];
  /** The first are none, for an entry that has no list. */
  readonly messages: readonly [Messages, ...Messages[]];
}

/** Messages that are parsed together, in bytes at most: a longer text is large to the engine, and costs it more. */
const RUN = 1 << 15;

/**
 * Takes a HAR apart without holding more than a chunk of it. Fields may come in any order, and twice, when the last
 * counts, as in any JSON.
 * @param keeps whether messages stay at hand
 * @throws SyntaxError where it is no JSON, HarError where a piece is too long
 */
export function divide(bytes: Bytes, keeps: boolean): Divided {
  const cursor = new Cursor(bytes);
  const run = Math.min(RUN, bytes.chunk);
  const entries: Entry[][] = [];
  const messages: [Messages, ...Messages[]] = [new Messages(cursor)];

  const readMessages = () => messages.push(messagesHere(cursor, run, keeps)) - 1;

  const readEntries = () => {
    const list: Entry[] = [];
    let index = 0;
    eachItem(cursor, () => {
      const value = valueHere(cursor, (rest) =>
        atField(cursor, '_webSocketMessages', () => atList(cursor, rest, readMessages)),
      );
      if (isWebSocket(new Field(value))) list.push({ index, value });
      index++;
    });
    return entries.push(list) - 1;
  };

  const har = valueHere(cursor, (rest) =>
    atField(cursor, 'log', () => atField(cursor, 'entries', () => atList(cursor, rest, readEntries))),
  );
  if (cursor.peek() >= 0) throw new SyntaxError(`There is more at ${cursor.at}`);
  return { har, entries, messages };
}

/**
 * Reads messages that are in a list of their own, one after the other as far as they are JSON.
 * @param keeps whether they stay at hand
 */
export function divideMessages(bytes: Bytes, keeps: boolean): Messages {
  const cursor = new Cursor(bytes);
  cursor.passes(LIST);
  return messagesHere(cursor, Math.min(RUN, bytes.chunk), keeps, true);
}

function messagesHere(cursor: Cursor, run: number, keeps: boolean, lenient = false): Messages {
  const list = new Messages(cursor, lenient);
  eachItem(cursor, () => {
    cursor.skip();
    list.end(cursor.at);
    if (list.unread >= run) list.look(keeps);
  });
  if (list.unread > 0) list.look(keeps);
  return list;
}

const isWebSocket = (entry: Field) =>
  isLike(entry.at('_resourceType'), /^websocket$/i) ||
  Array.isArray(entry.at('_webSocketMessages').value) ||
  isLike(entry.at('request').at('url'), /^wss?:/i) ||
  asksForUpgrade(entry);

const isLike = ({ value }: Field, pattern: RegExp) => typeof value === 'string' && pattern.test(value);

/** The text of a value, of which lists are left out. */
class Rest {
  readonly #cursor: Cursor;
  #text = '';
  #from: number;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
    this.#from = cursor.at;
  }

  /** Takes what is before this place, while it is at hand: there may be tens of thousands of lists. */
  leave(): void {
    this.#text += this.#cursor.text(this.#from, this.#cursor.at);
  }

  /** Goes on after a list, which is left out. @param number is in the list in its place */
  enter(number: number): void {
    this.#text += `[${number}]`;
    this.#from = this.#cursor.at;
  }

  parse(): unknown {
    this.leave();
    return JSON.parse(this.#text);
  }
}

/** Parses all up to the next comma or end of a structure, but for what `walk`, which goes over some of it, leaves out. */
function valueHere(cursor: Cursor, walk: (rest: Rest) => void): unknown {
  const rest = new Rest(cursor);
  walk(rest);
  cursor.skip();
  return rest.parse();
}

/** Goes over an object, and does that at the value of each field of that name; where there is no object, nothing. */
function atField(cursor: Cursor, name: string, act: () => void): void {
  if (!cursor.passes(OBJECT)) return;
  while (cursor.peek() === QUOTE) {
    const is = cursor.string() === name;
    cursor.pass(COLON);
    if (is) act();
    cursor.skip();
    if (!cursor.passes(COMMA)) break;
  }
  cursor.pass(OBJECT_END);
}

/** Goes over a list, in whose place the number that `read` gives is left; where there is no list, nothing. */
function atList(cursor: Cursor, rest: Rest, read: () => number): void {
  if (cursor.peek() !== LIST) return;
  rest.leave();
  cursor.pass(LIST);
  const number = read();
  cursor.pass(LIST_END);
  rest.enter(number);
}

/** From the beginning of a list, goes to each of its items, which `act` is to go over. */
function eachItem(cursor: Cursor, act: () => void): void {
  if (cursor.peek() === LIST_END) return;
  do act();
  while (cursor.passes(COMMA));
}
