/**
 * A small behaviour of WebSocket: does something in a page and gives what came of it. Each runs in a document of its own.
 * @param url address of the test's server, `ws:`, without a slash at the end
 */
export type Probe = (url: string) => unknown;

/** Probes by the behaviour that they are about. */
export type Probes = Readonly<Record<string, Probe>>;

/** Writes a line down and gives a value: for objects that tell when they are converted. */
export function noted<T>(log: unknown[], line: unknown, value: T): T {
  log.push(line);
  return value;
}
