import { hold, removeUnowned } from '#panel/disk/lock.ts';
import type { Store } from '#panel/store/store.ts';
import { journals, nameOf } from './database.ts';
import type { Journal } from './journal.ts';
import { resume } from './resume.ts';

/** How long a panel waits for the one that it takes the place of, in ms. */
const GOING = 3000;

/**
 * Goes on with the journal of the panel whose place this one takes, which is that of the same owner. Those whose panel and
 * owner are gone are removed. Rejects with what the disk says.
 * @param owner what both panels belong to: developer tools, or a window
 */
export async function openJournal(owner: string, store: Store): Promise<Journal> {
  const own = nameOf(owner);
  await removeLeftovers((await journals()).filter((name) => name !== own));
  await hold(own, { signal: AbortSignal.timeout(GOING) });
  return resume(own, store);
}

/** A panel that is being loaded again has an owner that is alive. */
async function removeLeftovers(names: readonly string[]): Promise<void> {
  const { held = [] } = await navigator.locks.query();
  const alive = new Set(held.map(({ name }) => name && nameOf(name)));
  for (const name of names) if (!alive.has(name)) await removeUnowned(name);
}
