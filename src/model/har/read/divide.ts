import { type Bytes, COLON, COMMA, Cursor, LIST, LIST_END, OBJECT, OBJECT_END, QUOTE } from './cursor.ts';
import { Field } from './field.ts';
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

/** A list that is left out of the value that it is in, which gets one with a number in its place. */
interface Hole {
  readonly from: number;
  readonly to: number;
  readonly number: number;
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

  const readMessages = () => {
    const list = new Messages(cursor);
    eachItem(cursor, () => {
      cursor.skip();
      list.end(cursor.at);
      if (list.unread >= run) list.look(keeps);
    });
    if (list.unread > 0) list.look(keeps);
    return messages.push(list) - 1;
  };

  const readEntries = () => {
    const list: Entry[] = [];
    let index = 0;
    eachItem(cursor, () => {
      const value = valueHere(cursor, (holes) =>
        atField(cursor, '_webSocketMessages', () => atList(cursor, holes, readMessages)),
      );
      if (isWebSocket(new Field(value))) list.push({ index, value });
      index++;
    });
    return entries.push(list) - 1;
  };

  const har = valueHere(cursor, (holes) =>
    atField(cursor, 'log', () => atField(cursor, 'entries', () => atList(cursor, holes, readEntries))),
  );
  if (cursor.peek() >= 0) throw new SyntaxError(`There is more at ${cursor.at}`);
  return { har, entries, messages };
}

const isWebSocket = (entry: Field) =>
  entry.at('_resourceType').value === 'websocket' ||
  Array.isArray(entry.at('_webSocketMessages').value) ||
  /^wss?:/i.test(String(entry.at('request').at('url').value));

/** Parses all up to the next comma or end of a structure, but for what `walk`, which goes over some of it, leaves out. */
function valueHere(cursor: Cursor, walk: (holes: Hole[]) => void): unknown {
  const holes: Hole[] = [];
  let from = cursor.at;
  walk(holes);
  cursor.skip();
  let text = '';
  for (const hole of holes) {
    text += `${cursor.text(from, hole.from)}[${hole.number}]`;
    from = hole.to;
  }
  return JSON.parse(text + cursor.text(from, cursor.at));
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

/** Goes over a list, which leaves a hole with the number that `read` gives; where there is no list, nothing. */
function atList(cursor: Cursor, holes: Hole[], read: () => number): void {
  if (cursor.peek() !== LIST) return;
  const from = cursor.at;
  cursor.pass(LIST);
  const number = read();
  cursor.pass(LIST_END);
  holes.push({ from, to: cursor.at, number });
}

/** From the beginning of a list, goes to each of its items, which `act` is to go over. */
function eachItem(cursor: Cursor, act: () => void): void {
  if (cursor.peek() === LIST_END) return;
  do act();
  while (cursor.passes(COMMA));
}
