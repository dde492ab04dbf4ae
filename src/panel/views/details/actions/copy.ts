import { type CopyFormat, copyAs, copyInParts, type Row, type Stretch } from '#model';
import { wholeRow } from '#panel/disk/whole-row.ts';
import type { Store } from '#panel/store/store.ts';
import { say } from '#panel/words.ts';
import { Work } from '#panel/works/work.ts';
import { copyComing, copyText } from './clipboard.ts';

/** Payloads up to this many bytes are copied at once: it takes some ms. */
const SHORT = 100_000;

/** Puts a payload on the clipboard in some form, and says what came of it. What is long can be cancelled. */
export async function copyPayload(row: Row, format: CopyFormat, store: Store): Promise<void> {
  const whole = await wholeRow(store.session.peek(), row);
  if (!whole) return;
  const name = say(`copy_${format}`);
  if (whole.size > SHORT)
    return store.works.during(new Work('copying', name), (work) => copyLong(whole, format, store, work));
  const text = copyAs(format, whole.data, whole.socket);
  if (text === undefined) store.tell({ level: 'error', key: 'copyNone', details: [name] });
  else await copyAndTell(text, store);
}

/** Puts a text on the clipboard, and says whether that was possible. */
export async function copyAndTell(text: string, store: Store): Promise<void> {
  tellCopied(await copyText(text), store);
}

const tellCopied = (copied: boolean, store: Store) =>
  store.tell({ level: copied ? 'info' : 'error', key: copied ? 'copied' : 'copyRefused', details: [] });

/** The payload is nothing of the kind that was asked for. */
class NoSuchForm extends Error {}

async function copyLong({ data, socket }: Row, format: CopyFormat, store: Store, work: Work): Promise<void> {
  try {
    tellCopied(await copyComing(putTogether(copyInParts(format, data, socket), work)), store);
  } catch (fault) {
    if (!(fault instanceof NoSuchForm)) throw fault;
    store.tell({ level: 'error', key: 'copyNone', details: [work.file] });
  }
}

/** Puts parts together in turns. @throws where the work is cancelled, or NoSuchForm */
async function putTogether(parts: Generator<Stretch<string>, boolean>, work: Work): Promise<Blob> {
  /** Each is handed to the browser at once, which may put it on disk. */
  const written: Blob[] = [];
  for (;;) {
    const step = parts.next();
    if (step.done && !step.value) throw new NoSuchForm();
    if (step.done) return new Blob(written, { type: 'text/plain' });
    written.push(new Blob([step.value.part]));
    if (work.isDue) await work.rest(step.value.share);
  }
}
