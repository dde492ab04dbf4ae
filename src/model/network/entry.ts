import type { Field } from '../files/har/read/field.ts';
import { readHeaders } from '../files/har/read/headers.ts';
import { startedOf } from '../files/har/read/source.ts';
import type { Header } from '../session/socket.ts';

/** A WebSocket as the browser's own network log has it. */
export interface NetworkEntry {
  /** Tells it from the other entries of the log, at every reading. */
  readonly key: string;
  readonly url: string;
  /** When the handshake was sent, ms since the epoch. */
  readonly started: number;
  /** When it was answered, as far as the log tells, ms since the epoch. */
  readonly answered: number;
  /** When the connection ended, ms since the epoch; absent where it has not. */
  readonly ended?: number | undefined;
  /** HTTP status of the answer; 0 where there is none, or not yet. */
  readonly status: number;
  /** Whether the hook made it, for a page. No worker has the hook. */
  readonly hooked: boolean;
  readonly request: readonly Header[];
  readonly response: readonly Header[];
  readonly messages: readonly Field[];
}

/**
 * The WebSockets of a log, in its order. Those whose turn has not come yet are left out: browsers open one connection to
 * a server at a time, and until then the log dates them before the epoch.
 * @param extension URL below which the scripts of the extension are
 */
export function readEntries(entries: readonly Field[], extension: string): NetworkEntry[] {
  const seen = new Map<string, number>();
  return entries
    .filter((entry) => entry.at('_resourceType').value === 'websocket')
    .filter((entry) => startedOf(entry, 0) > 0)
    .map((entry) => {
      const url = entry.at('request').at('url').string();
      const same = `${entry.at('startedDateTime').string()} ${url}`;
      const count = (seen.get(same) ?? 0) + 1;
      seen.set(same, count);
      return { key: `${same} ${count}`, url, ...readEntry(entry, extension) };
    });
}

function readEntry(entry: Field, extension: string): Omit<NetworkEntry, 'key' | 'url'> {
  const started = entry.at('startedDateTime').date();
  const messages = entry.at('_webSocketMessages').maybe((field) => field.items()) ?? [];
  return {
    started,
    answered: started + (messages.length > 0 ? 0 : timing(entry, 'wait')),
    ended: timing(entry, 'receive') > 0 ? started + entry.at('time').number() : undefined,
    status: entry.at('response').at('status').number(),
    hooked: isHooked(entry, extension),
    request: readHeaders(entry.at('request').at('headers')),
    response: readHeaders(entry.at('response').at('headers')),
    messages,
  };
}

/** In ms. Chromium has every message for the answer: it waits for the last one, and receives it until the end. */
const timing = (entry: Field, name: 'wait' | 'receive'): number =>
  entry
    .at('timings')
    .at(name)
    .maybe((field) => field.number()) ?? 0;

/** The stack of what called the browser's own constructor is in the log: of a page's socket it begins in the hook. */
function isHooked(entry: Field, extension: string): boolean {
  const frames = entry.at('_initiator').at('stack').at('callFrames');
  const urls = frames.maybe((field) => field.items()) ?? [];
  return urls.some((frame) =>
    frame
      .at('url')
      .maybe((url) => url.string())
      ?.startsWith(extension),
  );
}
