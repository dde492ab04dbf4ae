import { next, opened } from '../sockets.ts';

/** Has a socket hear a message that its page made. */
export const play = (socket: WebSocket, data = 'x') =>
  socket.dispatchEvent(new MessageEvent('message', { data }));

/** Lets a function listen to a socket, has the server say "hi", and gives what the listeners wrote down until the close. */
export async function greeted(
  url: string,
  listen: (socket: WebSocket, log: unknown[]) => void,
): Promise<unknown[]> {
  const log: unknown[] = [];
  const socket = await opened(`${url}/?echo&after=1&close=1000`);
  listen(socket, log);
  socket.send('hi');
  await next(socket, 'close');
  return log;
}
