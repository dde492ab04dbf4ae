import { deleteDB } from 'idb';

/**
 * Takes a lock, which also goes when the panel does; gives what lets it go.
 * @param options with a signal it rejects where somebody has the lock for longer
 */
export const hold = (name: string, options: LockOptions = {}): Promise<() => void> =>
  new Promise((held, refused) => {
    const keep = () => new Promise<void>((letGo) => held(letGo));
    navigator.locks.request(name, options, keep).catch(refused);
  });

/** Removes a database of which nobody has the lock, which has the same name. */
export async function removeUnowned(name: string): Promise<void> {
  await navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && deleteDB(name));
}
