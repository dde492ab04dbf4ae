// @vitest-environment happy-dom
import '#support/extension-api.ts';

import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Session } from '#model';
import { Store } from '#panel/store/store.ts';
import { Details } from '#panel/views/details/details.tsx';
import { Disk } from '../../model/packs/disk.ts';

const actions = { resend: () => undefined, inject: () => undefined, edit: () => undefined };

let store: Store;
let disk: Disk;

beforeEach(() => {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
  session.push({ type: 'message', time: 0, socket, form: 'text', data: `${'long '.repeat(50)}the end` });
  disk = new Disk();
  disk.take(session);
  store = new Store(() => true);
  store.sessions.open(session, 'x.har');
  render(<Details store={store} actions={actions} />);
});
afterEach(cleanup);

it('a payload on disk is read when its message is selected', async () => {
  store.select(0);
  await screen.findByText('Reading from disk…');
  await screen.findByText(/the end$/, undefined, { timeout: 15_000 });
});

it('what the disk does not give is missed in words', async () => {
  disk.fails = true;
  store.select(0);
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Data on disk is unreadable: Error: no disk',
  );
});
