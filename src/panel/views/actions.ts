import { byteLength, type Row, toBase64 } from '#model';
import { wholeRow } from '#panel/disk/whole-row.ts';
import { countText } from '#panel/figures.ts';
import type { Notice } from '#panel/notice.ts';
import { withPart } from '#panel/settings/layout.ts';
import { settings } from '#panel/settings/settings.ts';
import type { Delivered } from '#panel/store/errands.ts';
import type { Store } from '#panel/store/store.ts';
import type { Refusal, Sendable } from '#protocol';
import type { Draft } from './take-part/composer/draft.ts';

/** What can be done with a message of the table. */
export interface MessageActions {
  resend(row: Row): void;
  inject(row: Row): void;
  edit(row: Row): void;
}

export function messageActions(store: Store, draft: Draft): MessageActions {
  const again = async (type: 'send' | 'inject', row: Row) => {
    const whole = await wholeRow(store.session.peek(), row);
    if (!whole) return;
    const data = sendable(whole);
    if (row.socket.place === 'worker') return store.tell({ level: 'error', key: 'ofWorker', details: [] });
    if (!data) return store.tell({ level: 'error', key: 'notWhole', details: [] });
    const delivered = await store.errands.deliver(type, row.socket, data);
    store.tell(deliveredNotice(delivered, type === 'send' ? 'resent' : 'injected'));
  };
  const edit = async (row: Row) => {
    // What is there already is taken up before the next key is pressed.
    const whole = row.away ? await wholeRow(store.session.peek(), row) : row;
    if (!whole) return;
    draft.load(whole);
    settings.layout.value = withPart(settings.layout.value, 'drawer');
  };
  return {
    resend: (row) => void again('send', row),
    inject: (row) => void again('inject', row),
    edit: (row) => void edit(row),
  };
}

/** A message as a command carries it; `undefined` where not all of it was kept. */
function sendable({ data, size }: Row): Sendable | undefined {
  if (data === undefined || byteLength(data) !== size) return undefined;
  return typeof data === 'string' ? { text: data } : { base64: toBase64(data) };
}

/** What is said of what was done, without its row and with it. */
const outcomes = {
  sent: ['sentNotice', 'sentAs'],
  resent: ['resentNotice', 'resentAs'],
  injected: ['injectedNotice', 'injectedAs'],
} as const;

/** What became of a message that a person wanted on its way. */
export function deliveredNotice({ refusal, row }: Delivered, done: keyof typeof outcomes): Notice {
  if (refusal !== undefined) return { level: 'error', ...refusalText(refusal) };
  const [without, withRow] = outcomes[done];
  if (row === undefined) return { level: 'info', key: without, details: [] };
  return { level: 'info', key: withRow, details: [countText(row + 1)], row };
}

/** Why a command was not carried out, as a message of _locales. */
function refusalText(refusal: Refusal) {
  if (typeof refusal !== 'string') return { key: 'refused_thrown', details: [refusal.thrown] } as const;
  return { key: `refused_${refusal}`, details: [] } as const;
}
