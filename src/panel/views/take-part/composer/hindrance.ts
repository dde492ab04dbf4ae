import type { Session, SocketRecord } from '#model';
import type { Key } from '#panel/words.ts';

/** Why nothing can be sent to a socket, as a message of _locales; `undefined` where something can. */
export function hindrance({ live, sockets }: Session, target: SocketRecord | undefined): Key | undefined {
  if (!live) return 'notToFile';
  if (target?.state === 'open') return undefined;
  if (target?.state === 'connecting') return 'targetConnecting';
  if (!sockets.some(({ state, place }) => state === 'open' && place === 'page')) return 'noSocket';
  return target ? 'targetClosed' : 'noTarget';
}
