// @vitest-environment happy-dom
import '#support/extension-api.ts';

import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Session } from '#model';
import { Store } from '#panel/store/store.ts';
import { Filter } from '#panel/views/toolbar/filter.tsx';
import { clearStored, storedUnder } from '#support/extension-api.ts';

let store: Store;
const box = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Filter messages' });
const options = () => screen.queryAllByRole('option').map((option) => option.textContent);
const active = () => document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent;
const write = (text: string) => fireEvent.input(box(), { target: { value: text } });
const press = (...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(box(), { key });
};

beforeEach(() => {
  clearStored();
  store = new Store(() => true);
  render(<Filter store={store} />);
});
afterEach(cleanup);

describe('the filter box', () => {
  it('offers the fields with an explanation, then the values of the one that is taken', () => {
    write('di');
    expect(options()).toEqual(['dir:direction: in, out']);
    press('ArrowDown', 'Enter');
    expect([store.sight.filter.value, box().selectionStart]).toEqual(['dir:', 4]);
    expect(options()).toEqual(['inreceived by the page', 'outsent by the page']);
    press('ArrowDown', 'ArrowDown', 'Tab');
    expect([store.sight.filter.value, options()]).toEqual(['dir:out', []]);
  });

  it('does not look for the name of a field as a word once its colon is there', async () => {
    const session = new Session();
    const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
    for (const data of ['dir', 'foo', 'bar'])
      session.push({ type: 'message', time: 0, socket, form: 'text', data });
    store.sessions.open(session, 'a.har');
    const shown = (messages: number) =>
      waitFor(() => expect(store.sight.result.value.messages).toBe(messages));
    write('dir');
    await shown(1);
    write('dir:');
    await shown(3);
    expect([store.sight.highlight.value, store.sight.filterError.value?.key]).toEqual([
      undefined,
      'queryValue',
    ]);
    write('dir:out');
    await shown(0);
    write('dir:ou');
    expect(store.sight.filterError.value?.key).toBe('queryValue');
    await shown(0);
  });

  it('goes round the options, the box itself being one of the places', () => {
    write('dir:');
    press('ArrowUp');
    expect(active()).toContain('out');
    press('ArrowDown');
    expect(active()).toBeUndefined();
    press('ArrowDown');
    expect(active()).toContain('in');
    expect(screen.getAllByRole('option').map((option) => option.getAttribute('aria-selected'))).toEqual([
      'true',
      'false',
    ]);
  });

  it('closes the list at the first Escape, and is emptied at the second', () => {
    write('dir:');
    press('Escape');
    expect([options(), store.sight.filter.value]).toEqual([[], 'dir:']);
    press('Escape');
    expect(store.sight.filter.value).toBe('');
  });

  it('keeps what was used and what was saved, and offers it when it is empty', async () => {
    write('foo');
    press('Enter');
    write('bar');
    fireEvent.click(screen.getByRole('button', { name: 'Save filter (Ctrl+D)' }));
    write('');
    expect(options().slice(0, 2)).toEqual([expect.stringContaining('bar'), expect.stringContaining('foo')]);
    press('ArrowDown', 'Enter');
    expect(store.sight.filter.value).toBe('bar');
    screen.getByRole('button', { name: 'Save filter (Ctrl+D)', pressed: true });
    expect(storedUnder('filters')).toEqual({ recent: ['foo'], saved: ['bar'] });
    cleanup();
    render(<Filter store={new Store(() => true)} />);
    await Promise.resolve();
    fireEvent.click(box());
    expect(options()[0]).toContain('bar');
  });

  it('forgets what was kept by Shift+Delete', () => {
    write('foo');
    press('Enter');
    write('');
    press('ArrowDown');
    fireEvent.keyDown(box(), { key: 'Delete', shiftKey: true });
    expect(storedUnder('filters')).toEqual({ recent: [], saved: [] });
  });

  it('says what is wrong with the filter, marks where, and leads there', () => {
    write('abc size:x9 def');
    expect(screen.getByRole('alert').querySelector('mark')?.textContent).toBe('x9');
    expect(screen.getByRole('alert').textContent).toContain('Not a number or range');
    fireEvent.click(screen.getByTitle('Go to the error'));
    expect([box().selectionStart, box().selectionEnd]).toEqual([9, 11]);
    write('abc');
    expect(screen.getByRole('alert').textContent).toBe('');
  });
});
