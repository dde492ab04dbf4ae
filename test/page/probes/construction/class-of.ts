import { errorOf, kind } from '../print.ts';

/** Address of the server, for sockets that are given up at once. */
export const url = () => `ws://${location.host}/`;

/** What a socket says of the class that it was made as; the socket is given up at once. */
export function classOf(make: () => unknown): unknown {
  try {
    const socket = make() as WebSocket;
    const { close } = WebSocket.prototype;
    close.call(socket);
    const prototype: object | null = Object.getPrototypeOf(socket);
    return [kind(socket), prototype?.constructor.name, prototype === WebSocket.prototype];
  } catch (error) {
    return errorOf(error);
  }
}
