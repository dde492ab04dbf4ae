import { type DocumentRecord, type SocketRecord, standingOf } from '#model';
import { spanText } from '#panel/figures.ts';
import { say } from '#panel/words.ts';
import { closeMeaning } from './close-meaning.ts';

/** How long a socket has been there, or was, in words. `now` in ms since the epoch; `live` see `standingOf`. */
export function ageText(socket: SocketRecord, now: number, live = true): string {
  const end = socket.transitions.find((step) => step.state === 'closed')?.time ?? now;
  const key = { connecting: 'connecting', unknown: 'unknown', closed: 'closed', failed: 'closed' } as const;
  const standing = standingOf(socket, live);
  const age = standing === 'open' || standing === 'closing' ? 'open' : key[standing];
  return say(`age_${age}`, spanText(Math.max(0, end - socket.created)));
}

/** What a document's URL says beside its server: enough to tell those of a tab apart. */
export function documentText({ url }: DocumentRecord): string {
  if (!URL.canParse(url)) return url;
  const { protocol, pathname, search } = new URL(url);
  return /^https?:$/.test(protocol) ? pathname + search : url;
}

/** How a socket ended, in words; empty while it has not. */
export const endText = ({ close, error, failure }: SocketRecord): string =>
  failure || (close ? closeMeaning(close.code) : (error ?? ''));
