import { kind, outcome } from './print.ts';

/** A method's arguments, whatever TypeScript thinks of them. */
type Loose = (...args: readonly unknown[]) => unknown;

/** `new WebSocket(…)` with any arguments. */
export const construct = (...args: readonly unknown[]): WebSocket =>
  new (WebSocket as new (...args: readonly unknown[]) => WebSocket)(...args);

/** A socket whose methods take any arguments. */
export const loose = (socket: object) => socket as { send: Loose; close: Loose; binaryType: unknown };

/** The next event of a type. */
export const next = <K extends keyof WebSocketEventMap>(socket: WebSocket, type: K) =>
  new Promise<WebSocketEventMap[K]>((resolve) => {
    socket.addEventListener(type, resolve, { once: true });
  });

/** A socket that is open. */
export async function opened(url: string, protocols: string[] = []): Promise<WebSocket> {
  const socket = new WebSocket(url, protocols);
  await next(socket, 'open');
  return socket;
}

/** Closes a socket and waits until it is closed. */
export async function closed(socket: WebSocket, code?: number, reason?: string): Promise<CloseEvent> {
  const event = next(socket, 'close');
  socket.close(code, reason);
  return event;
}

/** What messages carried, in order, up to and without the one that says "end". */
export function received(socket: WebSocket): Promise<unknown[]> {
  const data: unknown[] = [];
  return new Promise((resolve) => {
    socket.addEventListener('message', (event) => {
      if (event.data === 'end') resolve(data);
      else data.push(event.data);
    });
  });
}

/** What a message carried, with its bytes where it carried bytes. */
export async function contents(data: unknown): Promise<unknown> {
  if (typeof data === 'string') return data;
  const bytes = data instanceof Blob ? await data.arrayBuffer() : (data as ArrayBuffer);
  return { kind: kind(data), bytes: [...new Uint8Array(bytes)] };
}

/** What comes back when values are sent to a server that echoes. */
export async function echoes(url: string, ...values: readonly unknown[]): Promise<unknown[]> {
  const socket = await opened(`${url}/?echo`);
  const back = received(socket);
  const outcomes = values.map((value) => outcome(() => loose(socket).send(value)));
  socket.send('end');
  const data = await Promise.all((await back).map(contents));
  await closed(socket);
  return [outcomes, data];
}
