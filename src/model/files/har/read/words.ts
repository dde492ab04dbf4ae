/** What programs call the ways of a message, and what is no message but went wrong. */
const types = {
  send: ['send', 'sent', 'out', 'outgoing', 'outbound', 'client', 'request', 'upload'],
  receive: [
    'receive',
    'received',
    'recv',
    'in',
    'incoming',
    'inbound',
    'server',
    'response',
    'download',
    'message',
  ],
  error: ['error'],
} as const;

export type TrafficType = keyof typeof types;

/** What they call the opcodes of https://www.rfc-editor.org/rfc/rfc6455#section-11.8 */
const opcodes: Readonly<Record<string, number>> = {
  continuation: 0,
  text: 1,
  txt: 1,
  string: 1,
  utf8: 1,
  binary: 2,
  bin: 2,
  close: 8,
  ping: 9,
  pong: 10,
};

export const CLOSE = 8;

const wordOf = (value: unknown): string => (typeof value === 'string' ? value.trim().toLowerCase() : '');

/** Which way a message went, by a word for that; `undefined` where it is none. */
export function trafficType(value: unknown): TrafficType | undefined {
  const word = wordOf(value);
  const known = Object.keys(types) as readonly TrafficType[];
  return known.find((type) => types[type].some((each: string) => each === word));
}

/** An opcode, by its number, however that is written, or by its name; `undefined` where it is neither. */
export function opcodeOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const word = wordOf(value);
  if (Object.hasOwn(opcodes, word)) return opcodes[word];
  return word !== '' && Number.isFinite(Number(word)) ? Number(word) : undefined;
}

/** What a frame is that is no message, by its opcode. */
const frames: Readonly<Record<number, string>> = { 0: 'continuation', 8: 'close', 9: 'ping', 10: 'pong' };

export const frameOf = (opcode: number): string => frames[opcode] ?? `opcode ${opcode}`;
