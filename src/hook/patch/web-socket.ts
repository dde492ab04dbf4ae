import { getOwnPropertyDescriptor, getPrototypeOf, getter, method } from '#hook/natives.ts';
import type { Class, Native } from './functions.ts';

/** What is there by the name: the browser's own class, or what another extension put in its place before us. */
export let native: Class | undefined;

/** The prototype of sockets behind all that others have put before it; an empty object where there is none. */
export let prototype: object = {};

/** Whether that is the browser's own: all others dispatch events that the browser does not trust. */
export let isNative = false;

try {
  native = WebSocket as unknown as Class;
  for (let each: object | null = native.prototype; each; each = getPrototypeOf(each)) {
    const reads = getOwnPropertyDescriptor(each, 'readyState')?.get;
    if (reads) {
      prototype = each;
      isNative = method(String, 'includes')(`${reads}`, '[native code]');
    }
  }
} catch {
  // There is none, or none that lets itself be looked at.
}

const attribute = <T>(name: string) => getter<WebSocket, T>({ prototype }, name);

/** What a socket says of itself, past anything that a page may have put before it. */
export const readyState = attribute<number>('readyState');
export const bufferedAmount = attribute<number>('bufferedAmount');
export const url = attribute<string>('url');
export const binaryType = attribute<string>('binaryType');
const protocol = attribute<string>('protocol');
const extensions = attribute<string>('extensions');

/** What an `open` event says. */
export const openedAs = (socket: WebSocket) => ({
  protocol: protocol(socket),
  extensions: extensions(socket),
});

export const { send: nativeSend, close: nativeClose } = prototype as Record<'send' | 'close', Native>;
export const setBinaryType = getOwnPropertyDescriptor(prototype, 'binaryType')?.set as Native;
