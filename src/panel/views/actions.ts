import { byteLength, type Row, toBase64 } from '#model';
import { wholeRow } from '#panel/disk/whole-row.ts';
import { withPart } from '#panel/settings/layout.ts';
import { settings } from '#panel/settings/settings.ts';
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
    const refusal = await store.errands.deliver(type, row.socket, data);
    if (refusal) store.tell({ level: 'error', ...refusalText(refusal) });
    else store.tell({ level: 'info', key: type === 'send' ? 'resentNotice' : 'injectedNotice', details: [] });
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

/** Why a command was not carried out, as a message of _locales. */
export function refusalText(refusal: Refusal) {
  if (typeof refusal !== 'string') return { key: 'refused_thrown', details: [refusal.thrown] } as const;
  return { key: `refused_${refusal}`, details: [] } as const;
}
