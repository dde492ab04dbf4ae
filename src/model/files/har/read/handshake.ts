import type { Handshake, SocketRecord } from '../../../session/socket.ts';
import type { Field } from './field.ts';
import { readHeaders, valuesOf } from './headers.ts';

/** Whether an entry is the handshake of a WebSocket, though it has no messages: http(s) URLs stand for ws(s) then. */
export const asksForUpgrade = (entry: Field): boolean =>
  valuesOf(readHeaders(entry.at('request').at('headers')), 'upgrade').some((value) =>
    /^websocket$/i.test(value.trim()),
  );

/** Reads what an entry tells of the handshake of its socket. */
export function readHandshake(socket: SocketRecord, entry: Field): void {
  const [request, response] = [entry.at('request'), entry.at('response')];
  // mitmproxy writes the URL of the handshake's HTTP request.
  const url = request
    .at('url')
    .or((field) => field.string(), '')
    .replace(/^http/i, 'ws');
  const status = statusOf(response);
  const handshake: Handshake = {
    status: status ?? 0,
    request: readHeaders(request.at('headers')),
    response: readHeaders(response.at('headers')),
    ambiguous: false,
  };
  const protocols = listOf(valuesOf(handshake.request, PROTOCOL));
  const [protocol = ''] = valuesOf(handshake.response, PROTOCOL);
  const extensions = valuesOf(handshake.response, 'sec-websocket-extensions').join(', ');
  Object.assign(socket, { url, args: [url], protocols, protocol, extensions });
  if (status !== undefined) socket.handshake = handshake;
}

const PROTOCOL = 'sec-websocket-protocol';

const listOf = (values: readonly string[]) =>
  values.flatMap((value) => value.split(',')).flatMap((each) => each.trim() || []);

/** HTTP status of the answer; 0 where the file says that there was none, `undefined` where it says nothing. */
function statusOf(response: Field): number | undefined {
  const status = response.at('status').or((field) => field.numeric(), undefined);
  return status === undefined ? undefined : Math.max(0, Math.trunc(status));
}
