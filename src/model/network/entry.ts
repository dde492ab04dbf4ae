import type { Field } from '../har/read/field.ts';
import { readHeaders } from '../har/read/headers.ts';
import type { Header } from '../session/socket.ts';

/** A WebSocket as the browser's own network log has it. */
export interface NetworkEntry {
  /** Tells it from the other entries of the log, at every reading. */
  readonly key: string;
  readonly url: string;
  /** When the handshake was sent, ms since the epoch. */
  readonly started: number;
  /** HTTP status of the answer; 0 where there is none. */
  readonly status: number;
  readonly request: readonly Header[];
  readonly response: readonly Header[];
  readonly messages: readonly Field[];
}

/**
 * The WebSockets of a log, in its order. Those whose turn has not come yet are left out: browsers open one connection to
 * a server at a time, and until then the log dates them before the epoch.
 */
export function readEntries(entries: readonly Field[]): NetworkEntry[] {
  const seen = new Map<string, number>();
  return entries
    .filter((entry) => entry.at('_resourceType').value === 'websocket')
    .filter((entry) => entry.at('startedDateTime').date() > 0)
    .map((entry) => {
      const url = entry.at('request').at('url').string();
      const started = entry.at('startedDateTime').string();
      const same = `${started} ${url}`;
      const count = (seen.get(same) ?? 0) + 1;
      seen.set(same, count);
      return {
        key: `${same} ${count}`,
        url,
        started: entry.at('startedDateTime').date(),
        status: entry.at('response').at('status').number(),
        request: readHeaders(entry.at('request').at('headers')),
        response: readHeaders(entry.at('response').at('headers')),
        messages: entry.at('_webSocketMessages').maybe((field) => field.items()) ?? [],
      };
    });
}
