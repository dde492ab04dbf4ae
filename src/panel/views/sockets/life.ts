import { closedBy, type DocumentRecord, type SocketRecord } from '#model';
import { spanText } from '#panel/figures.ts';
import { say } from '#panel/words.ts';

/** What a document's URL says beside its server: enough to tell those of a tab apart. */
export function documentText({ url }: DocumentRecord): string {
  if (!URL.canParse(url)) return url;
  const { protocol, pathname, search } = new URL(url);
  return /^https?:$/.test(protocol) ? pathname + search : url;
}

/** The code of a connection that was lost, or was never made: https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1 */
const ABNORMAL = 1006;

/**
 * How a socket ended: its code, its reason, who ended it and after how long; empty while it has not. A connection that
 * broke was refused if it had never been open, or else dropped.
 * @param quote sets what the page or its server wrote apart
 */
export function endText(socket: SocketRecord, quote = (text: string) => text): string {
  const { close, error, failure } = socket;
  if (!close) return failure ?? error ?? '';
  const { code, reason } = close;
  const parts = [
    `${code}${code === ABNORMAL && isBroken(socket) ? ` ${breakText(socket)}` : ''}${reason && ` ${quote(`“${reason}”`)}`}`,
    ...(code === ABNORMAL && isBroken(socket) ? [] : whoAndWhen(socket)),
    failure && quote(failure),
  ];
  return parts.filter(Boolean).join(' · ');
}

const isBroken = (socket: SocketRecord) => closedBy(socket) === 'error';

const breakText = (socket: SocketRecord) =>
  socket.transitions.some(({ state }) => state === 'open')
    ? say('end_dropped', spanText(lifetime(socket)))
    : say('end_refused');

function whoAndWhen(socket: SocketRecord): (string | undefined)[] {
  const cause = closedBy(socket);
  return [cause && say(`cause_${cause}`), say('end_after', spanText(lifetime(socket)))];
}

const lifetime = ({ created, transitions }: SocketRecord) =>
  Math.max(0, (transitions.find(({ state }) => state === 'closed')?.time ?? created) - created);
