/** What probes are made of. All of this runs in a page, and takes what it uses before a probe can poison it. */

/**
 * A small behaviour of WebSocket: does something and gives what came of it. Each runs in a document of its own.
 * @param url address of the test's server, `ws:`, without a slash at the end
 */
export type Probe = (url: string) => unknown;

/** Probes by the behaviour that they are about. */
export type Probes = Readonly<Record<string, Probe>>;

const { stringify } = JSON;
const { isFinite: isFiniteNumber } = Number;
const { is } = Object;
const NativeError = Error;
const NativeDOMException = DOMException;
const replaceIn = Function.prototype.call.bind(String.prototype.replace) as (
  text: string,
  pattern: RegExp,
  by: string,
) => string;
const { apply } = Reflect;
const { toString: nameOfKind } = Object.prototype;

/** A value as text: also what JSON leaves out or writes as something else. */
export function printed(value: unknown): string {
  return stringify(value, (_key, each: unknown) => printedAlone(each), 1) ?? '';
}

function printedAlone(value: unknown): unknown {
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'number' && !isFiniteNumber(value)) return `number ${value}`;
  if (is(value, -0)) return 'number -0';
  if (typeof value === 'symbol') return 'symbol';
  return value === undefined || typeof value === 'bigint' ? `${typeof value} ${value}` : value;
}

/** What calling a function comes to: what it gives, or what it throws. */
export function outcome(run: () => unknown): unknown {
  try {
    const value = run();
    return { gives: value instanceof EventTarget ? kind(value) : value };
  } catch (error) {
    return { throws: errorOf(error) };
  }
}

/** What Firefox says of a value is the source text of the script that called: like a stack, it is not compared. */
const quoted = /^can't convert .* to |^.* is not iterable/;

/** An error without its stack; anything else that was thrown as it is. */
export function errorOf(error: unknown): unknown {
  if (!(error instanceof NativeError)) return error;
  const { name, message } = error;
  const code = error instanceof NativeDOMException ? error.code : 'none';
  return { kind: kind(error), name, message: replaceIn(message, quoted, '…'), code };
}

/** What `Object.prototype.toString` says of a value. */
export const kind = (value: unknown): string => apply(nameOfKind, value, []);

/** Writes a line down and gives a value: for objects that tell when they are converted. */
export function noted<T>(log: unknown[], line: unknown, value: T): T {
  log.push(line);
  return value;
}

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

/** Descriptors of what an object owns, in order. */
export function descriptors(object: object): unknown[] {
  return Reflect.ownKeys(object).map((key) => {
    const { value, get, set, ...flags } = Reflect.getOwnPropertyDescriptor(object, key) as PropertyDescriptor;
    return [String(key), flags, 'value', face(value), 'get', face(get), 'set', face(set)];
  });
}

/** What a function shows of itself; what is no function by its kind, or as it is where it is primitive. */
export function face(value: unknown): unknown {
  if (typeof value !== 'function') return Object(value) === value ? kind(value) : value;
  return [
    value.name,
    value.length,
    Function.prototype.toString.call(value),
    Reflect.ownKeys(value).map(String),
  ];
}

/** A document of the same origin within this one, ready to be used. */
export function innerWindow(): Window & typeof globalThis {
  const frame = document.createElement('iframe');
  document.documentElement.append(frame);
  return frame.contentWindow as Window & typeof globalThis;
}
