import type { SocketRecord } from '#model';
import { addressOf } from './address.ts';

/** What the paths of all sockets begin with, up to and with a slash; empty where there are not two that differ. */
export function commonPath(sockets: readonly SocketRecord[]): string {
  const paths = new Set(sockets.map((socket) => addressOf(socket).path));
  const [first = '', ...others] = paths;
  if (others.length === 0) return '';
  let shared = first.length;
  for (const path of others) while (!path.startsWith(first.slice(0, shared))) shared--;
  return first.slice(0, first.lastIndexOf('/', shared - 1) + 1);
}
