import type { SocketRecord } from '#model';

/** A socket's URL in two parts that fit a narrow place: where on the server, and which server. */
export interface Address {
  readonly path: string;
  readonly host: string;
}

const known = new WeakMap<SocketRecord, Address & { readonly url: string }>();

/** The address of a socket, read once: every row of the table shows it. What is no URL is all path. */
export function addressOf(socket: SocketRecord): Address {
  const { url } = socket;
  const before = known.get(socket);
  if (before?.url === url) return before;
  const address = { url, ...read(url) };
  known.set(socket, address);
  return address;
}

function read(url: string): Address {
  if (!URL.canParse(url)) return { path: url, host: '' };
  const { host, pathname, search } = new URL(url);
  return { path: pathname + search, host };
}
