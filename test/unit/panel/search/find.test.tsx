// @vitest-environment happy-dom
import '#support/extension-api.ts';

import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Result, Session } from '#model';
import { Store } from '#panel/store/store.ts';
import { FindBar } from '#panel/views/find/find-bar.tsx';
import { readPlace, rowAt } from '#panel/views/find/place.ts';
import { walk } from '#panel/views/find/walk.ts';

/** A session with messages of those texts, a second apart from local noon on. */
function saying(...texts: string[]): Session {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
  texts.forEach((data, i) => {
    session.push({ type: 'message', time: noon + i * 1000, socket, form: 'text', data });
  });
  return session;
}

const noon = new Date(2026, 10, 22, 12).getTime();

const whole = (session: Session, passes = (_row: number) => true) => {
  const result = new Result(session, (_, row) => passes(row));
  result.advance(Number.POSITIVE_INFINITY, () => 0);
  return result;
};

describe('a place in the session', () => {
  const session = saying('a', 'b', 'c', 'd');
  it.each([
    ['3', { row: 2 }],
    [' #1,234 ', { row: 1233 }],
    ['1 234', { row: 1233 }],
    ['12:00:02', { time: noon + 2000 }],
    ['12:00:02.5', { time: noon + 2500 }],
    ['12:01', { time: noon + 60_000 }],
    ['0:30', { time: noon + 12.5 * 3600_000 }],
    ['1.5s', { time: noon + 1500 }],
    ['+1,5 s', { time: noon + 1500 }],
    ['500ms', { time: noon + 500 }],
    ['2m', { time: noon + 120_000 }],
    ['', undefined],
    ['abc', undefined],
    ['12:xx', undefined],
  ])('%s', (text, place) => {
    expect(readPlace(text, session)).toEqual(place);
  });

  it('leads to its row, to the next that is shown, or to the last', () => {
    const result = whole(session, (row) => row !== 1);
    const to = (text: string) => rowAt(readPlace(text, session) ?? { row: -1 }, session, result);
    expect(['1', '2', '3', '99', '1s', '1.5s', '2s', '1h'].map(to)).toEqual([0, 2, 2, 3, 2, 2, 2, 3]);
    expect(
      rowAt(
        { row: 0 },
        session,
        whole(session, () => false),
      ),
    ).toBeUndefined();
  });
});

describe('walking through hits', () => {
  it('meets each once in a round, either way, from wherever it starts', () => {
    const session = saying(...Array.from({ length: 30 }, String));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(29), { minLength: 1 }),
        fc.option(fc.nat(29), { nil: undefined }),
        fc.constantFrom(1, -1),
        (rows, start, by) => {
          const hits = whole(session, (row) => rows.includes(row));
          let at = start;
          const met = rows.map(() => {
            at = hits.at(walk(hits, at, by as 1 | -1) ?? -1);
            return at;
          });
          expect(met.toSorted((a, b) => a - b)).toEqual(rows.toSorted((a, b) => a - b));
        },
      ),
    );
  });

  it('leads nowhere where there are none', () => {
    expect(
      walk(
        whole(saying('a'), () => false),
        0,
        1,
      ),
    ).toBeUndefined();
  });
});

describe('the bar above the table', () => {
  let store: Store;
  const key = (name: string, more = {}) =>
    fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
  const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
  const selects = (row: number, count: string) =>
    waitFor(() =>
      expect([store.selected.value, screen.getByRole('status').textContent]).toEqual([row, count]),
    );

  beforeEach(() => {
    store = new Store(() => true);
    store.sessions.open(saying('apple', 'pear', 'apple pie', 'plum', 'apple'), 'x.har');
    render(<FindBar store={store} onClose={() => undefined} />);
  });
  afterEach(cleanup);

  it('finds without hiding the rest, walks round, and says which hit it is at', async () => {
    key('f', { ctrlKey: true });
    await waitFor(() => expect(document.activeElement).toBe(box('Find in messages')));
    fireEvent.input(box('Find in messages'), { target: { value: 'apple' } });
    await selects(0, '1 of 3');
    expect(store.sight.table.value.length).toBe(5);
    key('Enter');
    await selects(2, '2 of 3');
    key('Enter', { shiftKey: true });
    key('F3', { shiftKey: true });
    await selects(4, '3 of 3');
    key('Enter');
    await selects(0, '1 of 3');
    fireEvent.input(box('Find in messages'), { target: { value: '"apple pie"' } });
    await selects(2, '1 of 1');
    expect(store.sight.highlight.value?.matches('an apple pie')).toEqual([{ index: 3, length: 9 }]);
  });

  it('finds only among what the filter shows, and nothing once it is closed', async () => {
    store.sight.setFilter('-pie');
    key('f', { metaKey: true });
    fireEvent.input(await screen.findByLabelText('Find in messages'), { target: { value: 'apple' } });
    await selects(0, '1 of 2');
    fireEvent.keyDown(box('Find in messages'), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByLabelText('Find in messages')).toBeNull());
    expect([store.sight.hits.value, store.sight.highlight.value]).toEqual([undefined, undefined]);
  });

  it('jumps to a number, and says what it can read where it cannot', async () => {
    key('g', { ctrlKey: true });
    const number = await screen.findByLabelText<HTMLInputElement>('Row number or time');
    number.value = 'somewhere';
    fireEvent.keyDown(number, { key: 'Enter' });
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('12:34:56'));
    await waitFor(() => expect(store.sight.result.value.length).toBe(5));
    number.value = '4';
    act(() => void fireEvent.keyDown(number, { key: 'Enter' }));
    expect(store.selected.value).toBe(3);
    expect(screen.queryByLabelText('Row number or time')).toBeNull();
  });
});
