import type { DocumentRecord, SocketRecord } from '#model';
import { spanText } from '#panel/figures.ts';
import { say } from '#panel/words.ts';
import { closeMeaning } from './close-meaning.ts';

/** How long a socket has been there, or was, in words. `now` in ms since the epoch. */
export function ageText({ created, state, transitions }: SocketRecord, now: number): string {
  const end = transitions.find((step) => step.state === 'closed')?.time ?? now;
  const key = state === 'connecting' || state === 'closed' ? state : 'open';
  return say(`age_${key}`, spanText(Math.max(0, end - created)));
}

/** What a document's URL says beside its server: enough to tell those of a tab apart. */
export function documentText({ url }: DocumentRecord): string {
  if (!URL.canParse(url)) return url;
  const { protocol, pathname, search } = new URL(url);
  return /^https?:$/.test(protocol) ? pathname + search : url;
}

/** How a socket ended, in words; empty while it has not. */
export const endText = ({ close, error }: SocketRecord): string =>
  close ? closeMeaning(close.code) : (error ?? '');
