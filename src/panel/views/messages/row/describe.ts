import { closedBy, preview, type Repair, type Row, type RowType, rowPreview } from '#model';
import { closeMeaning } from '#panel/views/sockets/close-meaning.ts';
import { endText } from '#panel/views/sockets/life.ts';
import { type Key, say, sayCount } from '#panel/words.ts';

/** What a row in a socket's life says, in words. `max` in UTF-16 units bounds what is quoted of the page. */
export function describe(row: Row, max: number): string {
  const quoted = isolate(rowPreview(row, max));
  switch (row.type) {
    case 'close':
      return close(row, max);
    case 'closing':
      return say(row.author === 'panel' ? 'closing_panel' : 'closing_page', quoted);
    case 'open':
      return row.data ? say('open_protocol', quoted) : say('open_plain');
    case 'construct':
      return say('construct', quoted);
    case 'binaryType':
      return say('binaryType', quoted);
    case 'error':
      return row.data ? say('socketErrorText', quoted) : say('socketError');
    case 'unload':
      return say(row.socket.place === 'worker' ? 'unload_worker' : 'unload');
    case 'frame':
      return say(row.direction === 'out' ? 'frame_out' : 'frame_in', isolate(row.form ?? ''), quoted);
    case 'pause':
      return say('recordingPaused');
    case 'resume':
      return say('recordingResumed', sayCount('messagesUnkept', Number(row.data)));
    default:
      return quoted;
  }
}

function close({ socket, data }: Row, max: number): string {
  if (socket.close)
    return say(
      'close',
      endText(socket, (text) => isolate(preview(text, max))),
    );
  const cause = closedBy(socket);
  const parts = [data && isolate(preview(data, max)), cause && say(`cause_${cause}`)];
  return say('close', parts.filter(Boolean).join(' · '));
}

/** What the code of a close means, where it is one of the standard; empty of any other row. */
export function meaningOf({ type, socket }: Row): string {
  const code = type === 'close' ? socket.close?.code : undefined;
  return code !== undefined && code < 3000 ? closeMeaning(code) : '';
}

/** Keeps the direction of foreign text from reaching ours: FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE. */
const isolate = (text: string) => `\u2068${text}\u2069`;

/** What went wrong with a row's call, in words; empty where nothing did. */
export function fault(row: Row): string {
  if (row.error === undefined) return '';
  return row.error === 'dropped' ? say('dropped') : say('threw', isolate(preview(row.error, 300)));
}

/** What of a row is a guess, in words; empty where nothing is. */
export const guesses = ({ repaired }: Row): string =>
  (repaired ?? []).map((repair: Repair) => say(`guess_${repair}`)).join(' · ');

/** Whether the page sees that a message did not come from its server: by `isTrusted` of the event. */
export const isUntrusted = ({ type, author }: Row): boolean => type === 'message' && author === 'panel';

/** A row's type in a word; of a message what the page handed over or got. */
export const kindOf = (row: Row): string =>
  row.form === undefined ? say(`type_${row.type}` as Key) : row.form === 'text' ? say('text') : row.form;

/** A sign for each type of row, so that colour is never the only one. */
export const signs: Readonly<Record<RowType, string>> = {
  send: '↑',
  message: '↓',
  construct: '+',
  open: '⇄',
  closing: '◐',
  error: '!',
  close: '■',
  binaryType: '≡',
  unload: '×',
  frame: '◇',
  pause: '‖',
  resume: '●',
};
