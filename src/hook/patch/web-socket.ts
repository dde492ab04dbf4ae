import { getOwnPropertyDescriptor, getter } from '#hook/natives.ts';
import type { Native } from './functions.ts';

export const NativeWebSocket = WebSocket;

const { prototype } = NativeWebSocket;

/** What a socket says of itself, past anything that a page may have put before it. */
export const readyState = getter<WebSocket, number>(NativeWebSocket, 'readyState');
export const bufferedAmount = getter<WebSocket, number>(NativeWebSocket, 'bufferedAmount');
export const url = getter<WebSocket, string>(NativeWebSocket, 'url');
export const protocol = getter<WebSocket, string>(NativeWebSocket, 'protocol');
export const extensions = getter<WebSocket, string>(NativeWebSocket, 'extensions');
export const binaryType = getter<WebSocket, string>(NativeWebSocket, 'binaryType');

export const { send: nativeSend, close: nativeClose } = prototype as unknown as Record<
  'send' | 'close',
  Native
>;
export const setBinaryType = getOwnPropertyDescriptor(prototype, 'binaryType')?.set as Native;
