import { getter, weakGet, weakSet } from '#hook/natives.ts';

type Numbers = WeakMap<WebSocket, number>;

const numbers: Numbers = new WeakMap();

/** Sockets that are not closed, by number: what commands can reach. */
const live = { __proto__: null } as unknown as Record<number, WebSocket | undefined>;
let count = 0;

/** The number that the next socket gets; a constructor that throws uses one up, too. */
export const nextNumber = (): number => ++count;

export function track(socket: WebSocket, number: number): void {
  weakSet(numbers, socket, number);
  live[number] = socket;
}

/** Number of a socket of this document; `undefined` for anything else. */
export const numberOf = (socket: WebSocket): number | undefined => weakGet(numbers, socket);

export const liveSocket = (number: number): WebSocket | undefined => live[number];

/** Lets go of a closed socket, so that it can be collected. */
export function release(number: number): void {
  delete live[number];
}

const { prototype } = WebSocket;

/** What a socket says of itself, past anything that a page may have put before it. */
export const readyState = getter<WebSocket, number>(prototype, 'readyState');
export const bufferedAmount = getter<WebSocket, number>(prototype, 'bufferedAmount');
export const url = getter<WebSocket, string>(prototype, 'url');
export const protocol = getter<WebSocket, string>(prototype, 'protocol');
export const extensions = getter<WebSocket, string>(prototype, 'extensions');
export const binaryType = getter<WebSocket, string>(prototype, 'binaryType');
