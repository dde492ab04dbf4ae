import type { Scope } from './browser.ts';
import { until } from './until.ts';

/** The names of the databases with payloads that there are. */
export const databases = (panel: Scope): Promise<string[]> =>
  panel.evaluate(async () => {
    const all = await indexedDB.databases();
    return all.flatMap(({ name }) => (name?.startsWith('payloads ') ? [name] : []));
  });

/** How many packs are in a database. */
export const packsIn = (panel: Scope, database = ''): Promise<number> =>
  panel.evaluate(
    (name) =>
      new Promise<number>((done, failed) => {
        const opening = indexedDB.open(name);
        // One that has been removed since is not to come back.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction('packs').objectStore('packs').count();
          counting.onsuccess = () => done(counting.result);
          database.close();
        };
      }),
    database,
  );

/** Waits until so many sessions have packs on disk. */
export const spilled = (panel: Scope, sessions = 1): Promise<boolean> =>
  until('payloads on disk', async () => {
    const names = await databases(panel);
    const packs = await Promise.all(names.map((name) => packsIn(panel, name)));
    return packs.length === sessions && packs.every((count) => count > 1);
  });
