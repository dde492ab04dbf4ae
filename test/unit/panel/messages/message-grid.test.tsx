// @vitest-environment happy-dom
import '#support/extension-api.ts';

import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Session } from '#model';
import { Store } from '#panel/store/store.ts';
import { Mark } from '#panel/views/messages/mark.tsx';
import { MessageGrid } from '#panel/views/messages/message-grid.tsx';
import { clearStored, storedUnder } from '#support/extension-api.ts';

let store: Store;

const actions = { resend: () => undefined, inject: () => undefined, edit: () => undefined };

const grid = () => screen.getByRole('grid', { name: 'Messages' });
const press = (key: string, more = {}) => fireEvent.keyDown(grid(), { key, ...more });
const header = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) });
const order = () =>
  Array.from({ length: store.sight.table.value.length }, (_, i) => store.sight.table.value.at(i));

beforeEach(async () => {
  clearStored();
  // A table that is laid out nowhere has no height: rows are then none, and what is around them is still there.
  const session = new Session();
  const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
  session.push({ type: 'open', time: 0, socket });
  for (const [i, data] of ['bbb', 'a', 'cc'].entries())
    session.push({ type: 'message', time: 1000 + i, socket, form: 'text', data });
  store = new Store(() => true);
  store.sessions.open(session, 'x.har');
  render(
    <>
      <MessageGrid store={store} actions={actions} onMenu={() => undefined} onCompare={() => false} />
      <Mark row={2} store={store} />
    </>,
  );
  await waitFor(() => expect(order()).toEqual([0, 1, 2, 3]));
});
afterEach(cleanup);

describe('the messages table', () => {
  it('is sorted by a click on a column, the other way by the next, and not by the third', async () => {
    const column = () => screen.getByTitle('Size in bytes').ariaSort;
    fireEvent.click(header('Size'));
    await waitFor(() => expect(order()).toEqual([0, 2, 3, 1]));
    await waitFor(() =>
      expect(screen.getByTitle('Size in bytes').getAttribute('aria-sort')).toBe('ascending'),
    );
    fireEvent.click(header('Size'));
    await waitFor(() => expect(order()).toEqual([1, 3, 2, 0]));
    fireEvent.click(header('Size'));
    await waitFor(() => expect(order()).toEqual([0, 1, 2, 3]));
    expect(column()).toBeFalsy();
  });

  it('takes two clicks before a frame for two, with a row selected and Find closed again', async () => {
    store.select(0);
    store.sight.setFind('a');
    store.sight.setFind('');
    fireEvent.click(header('Size'));
    fireEvent.click(header('Size'));
    await waitFor(() => expect(order()).toEqual([1, 3, 2, 0]));
  });

  it('has a menu for the same, and for widths, columns and times; all of it is kept', async () => {
    press('c');
    const menu = await screen.findByRole('dialog', { name: 'Columns, sorting and time format' });
    await waitFor(() => expect(menu.contains(document.activeElement)).toBe(true));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Socket' }));
    fireEvent.input(screen.getByLabelText('Width of Time in pixels'), { target: { value: '120' } });
    fireEvent.change(screen.getByLabelText('Time format', { selector: 'select' }), {
      target: { value: 'socket' },
    });
    expect(storedUnder('columns')).toEqual({
      hidden: ['number', 'kind', 'socket'],
      widths: { time: 120 },
      time: 'socket',
    });
    fireEvent.keyDown(menu, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    press('t');
    expect(storedUnder('columns')).toMatchObject({ time: 'previous' });
  });

  it('leaves out the rows about sockets when asked to', async () => {
    press('o');
    await waitFor(() => expect(order()).toEqual([1, 2, 3]));
    expect(store.sight.narrowed).toBe(true);
    press('o');
    await waitFor(() => expect(order()).toEqual([0, 1, 2, 3]));
  });

  it('marks the selected row, takes a note of it, and the filter finds it', async () => {
    const { rows } = store.session.value;
    store.sight.setFilter('is:marked');
    await waitFor(() => expect(order()).toEqual([]));
    store.select(2);
    press('m');
    await waitFor(() => expect(order()).toEqual([2]));
    press('n');
    const note = await screen.findByLabelText('Note');
    await waitFor(() => expect(document.activeElement).toBe(note));
    fireEvent.input(note, { target: { value: 'look here' } });
    expect(rows.get(2)?.note).toBe('look here');
    act(() => void press('m'));
    expect(rows.note(2)).toBeUndefined();
    await waitFor(() => expect(order()).toEqual([]));
  });

  it('finds a row by its note as it is being written, and no more once it says something else', async () => {
    store.sight.setFilter('here');
    await waitFor(() => expect(order()).toEqual([]));
    act(() => store.annotate(2, 'look here'));
    await waitFor(() => expect(order()).toEqual([2]));
    act(() => store.annotate(2, 'look there?'));
    expect(order()).toEqual([2]);
    act(() => store.annotate(2, 'no'));
    await waitFor(() => expect(order()).toEqual([]));
  });

  it('says where it is empty what leaves nothing, and leads back', async () => {
    const says = (words: string) => screen.findByText(`No messages match ${words}.`);
    store.sight.setFilter('is:marked');
    await says('the filter');
    press('o');
    await says('the filter and “Messages only”');
    act(() => store.sight.choose(new Set([0])));
    act(() => store.sight.setRange({ from: 0, to: 1 }));
    act(() => store.sight.setFilter(''));
    await says('“Messages only”, the chosen socket, and the selected time');
    fireEvent.click(screen.getByRole('button', { name: 'Show all rows' }));
    await waitFor(() => expect(order()).toEqual([0, 1, 2, 3]));
  });

  it('leaves keys with Shift or Ctrl to others', () => {
    store.select(2);
    press('m', { ctrlKey: true });
    press('M', { shiftKey: true });
    press('c', { shiftKey: true });
    expect([store.session.value.rows.note(2), screen.queryByRole('dialog')]).toEqual([undefined, null]);
  });
});
