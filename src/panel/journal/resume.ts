import type { Session } from '#model';
import { importSession } from '#panel/files/files.ts';
import { Assembly } from '#panel/files/slices.ts';
import type { Store } from '#panel/store/store.ts';
import { Database } from './database.ts';
import { Journal } from './journal.ts';
import type { State } from './state.ts';
import { mark, showAs } from './view.ts';

/** Goes on with a journal: what is in it is on screen again, and what comes is appended. Rejects with what the disk says. */
export async function resume(name: string, store: Store): Promise<Journal> {
  const database = await Database.open(name);
  const state = await database.state();
  await database.cut((state?.slices ?? 0) + 1);
  if (!state) return new Journal(database, store);
  const session = await readBack(database, state, store);
  store.sessions.resume(session, state.network);
  const content = state.file === undefined ? undefined : await database.content();
  if (content) await importSession(content, store);
  // What a person looked at in a file is not to be found elsewhere.
  if (store.sessions.file.peek() === state.file) showAs(store, state.view);
  return new Journal(database, store, session, state.slices);
}

/** Puts the session together again, no faster than the disk takes what is too much for the memory. */
async function readBack(database: Database, state: State, store: Store): Promise<Session> {
  const { outline, slices, told, recording, unkept, marked } = state;
  const assembly = new Assembly(outline);
  const { session } = assembly;
  for (let number = 1; number <= slices; number++) {
    const { rows, samples } = await database.slice(number);
    assembly.add(rows);
    for (const [socket, more] of samples)
      for (const sample of more) session.sockets[socket]?.buffered.push(sample);
    await store.sessions.disk.relieve(session);
  }
  Object.assign(session, { recording, unkept });
  session.goOn(told);
  mark(session, marked);
  return session;
}
