import { outcome } from '../print.ts';
import { construct } from '../sockets.ts';

/** The URL of a socket that is given up at once, or what its constructor threw. */
export const urlOf = (...args: readonly unknown[]) =>
  outcome(() => {
    const socket = construct(...args);
    socket.close();
    return socket.url;
  });
