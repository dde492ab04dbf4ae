import { outcome } from '../print.ts';
import type { Probe, Probes } from '../probe.ts';

/** What a WebSocketStream gives once it is open: https://websockets.spec.whatwg.org/#dictdef-websocketopeninfo */
export interface Opened {
  readonly readable: ReadableStream<string | ArrayBuffer | Uint8Array>;
  readonly writable: WritableStream<unknown>;
  readonly protocol: string;
  readonly extensions: string;
}

export interface Closed {
  readonly closeCode: number;
  readonly reason: string;
}

export interface SocketStream {
  readonly url: string;
  readonly opened: Promise<Opened>;
  readonly closed: Promise<Closed>;
  close(...args: readonly unknown[]): void;
}

type StreamConstructor = new (...args: readonly unknown[]) => SocketStream;

/** The constructor; nothing where the browser has none. */
export const streamConstructor = (): StreamConstructor | undefined =>
  Reflect.get(window, 'WebSocketStream') as StreamConstructor | undefined;

/** Nobody waits for the promises of a stream that is thrown away. */
export function forget({ opened, closed }: SocketStream): void {
  const ignore = () => undefined;
  opened.catch(ignore);
  closed.catch(ignore);
}

/** `new WebSocketStream(…)` with any arguments. */
export function construct(...args: readonly unknown[]): SocketStream {
  const Stream = streamConstructor() as StreamConstructor;
  const stream = new Stream(...args);
  forget(stream);
  return stream;
}

/** What constructing comes to: the URL of the stream, which is closed at once, or what is thrown. */
export const constructing = (...args: readonly unknown[]): unknown =>
  outcome(() => {
    const stream = construct(...args);
    stream.close();
    return stream.url;
  });

/** What a promise comes to. */
export const settled = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => outcome(() => value),
    (error: unknown) =>
      outcome(() => {
        throw error;
      }),
  );

/** Probes for browsers that have WebSocketStream; the others say that they have none. */
export const whereStreamsAre = (probes: Probes): Probes =>
  Object.fromEntries(
    Object.entries(probes).map(([name, probe]): [string, Probe] => [
      `WebSocketStream: ${name}`,
      (url) => (streamConstructor() ? probe(url) : 'none'),
    ]),
  );
