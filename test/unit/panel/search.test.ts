import { describe, expect, it } from 'vitest';
import { type RowTest, Session } from '#model';
import { Search } from '#panel/search.ts';

/** A session of that many messages, their sizes falling. */
function falling(rows: number): Session {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
  for (let row = 0; row < rows; row++)
    session.push({ type: 'message', time: row, socket, form: 'text', data: '', size: rows - row });
  return session;
}

/** Lets a search go on by the smallest steps there are, at one moment. */
const step = (search: Search, moment = 0) => search.advance(moment, () => moment);

const finish = (search: Search) => {
  while (!step(search));
};

const all: RowTest = () => true;
const none: RowTest = () => false;

describe('what the table shows', () => {
  it('stays until there is a screenful of what passes the next filter', () => {
    const search = new Search(falling(0));
    search.start(falling(5000), all, 0);
    finish(search);
    const session = falling(5000);
    search.start(session, all, 0);
    finish(search);
    const before = search.table.value;
    search.start(session, (_, row) => row > 3000, 0);
    step(search);
    expect(search.table.value).toBe(before);
    while (search.table.value === before) step(search);
    expect(search.table.value.length).toBeGreaterThanOrEqual(100);
    expect(search.progress).toBeLessThan(1);
    finish(search);
    expect([search.table.value.length, search.progress]).toEqual([1999, 1]);
  });

  it('goes after a while where nothing passes, and at once with its session', () => {
    const session = falling(100_000);
    const search = new Search(session);
    finish(search);
    search.start(session, none, 1000);
    step(search, 1100);
    expect(search.table.value.length).toBe(100_000);
    search.start(session, none, 1100);
    step(search, 1101);
    expect(search.table.value.length).toBe(0);
    search.start(falling(10), none, 0);
    finish(search);
    search.start(falling(200), all, 0);
    expect(search.result.value.length).toBe(0);
  });

  it('is in the order that was asked for, also of the next filter', () => {
    const session = falling(1000);
    const search = new Search(session);
    finish(search);
    search.sortBy({ key: 'size', descending: false }, 0);
    finish(search);
    expect([search.table.value.at(0), search.result.value.at(0)]).toEqual([999, 0]);
    search.start(session, (_, row) => row < 10, 0);
    finish(search);
    expect([search.table.value.at(0), search.table.value.length]).toEqual([9, 10]);
    search.sortBy(undefined, 0);
    finish(search);
    expect(search.table.value).toBe(search.result.value);
  });

  it('has hits among what passes, in its order', () => {
    const session = falling(1000);
    const search = new Search(session);
    search.start(session, (_, row) => row % 2 === 0, 0);
    search.find((_, row) => row % 3 === 0);
    finish(search);
    const hits = () => [search.hits.value?.length, search.hits.value?.at(0), search.hits.value?.at(1)];
    expect(hits()).toEqual([167, 0, 6]);
    search.sortBy({ key: 'size', descending: false }, 0);
    finish(search);
    expect(hits()).toEqual([167, 996, 990]);
    search.start(session, (_, row) => row < 4, 0);
    finish(search);
    expect(hits()).toEqual([2, 3, 0]);
    search.find(undefined);
    expect(search.hits.value).toBeUndefined();
  });
});
