import { describe, expect, it } from 'vitest';
import { type RowTest, Session } from '#model';
import { Search } from '#panel/search/search.ts';

/** A session of that many messages, their sizes falling. */
function falling(rows: number): Session {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
  for (let row = 0; row < rows; row++)
    session.push({ type: 'message', time: row, socket, form: 'text', data: '', size: rows - row });
  return session;
}

/** Lets a search go on by the smallest steps there are, at one moment. */
function step(search: Search, moment = 0): boolean {
  const done = search.advance(moment, () => moment);
  search.present(moment);
  return done;
}

const finish = (search: Search) => {
  while (!step(search));
};

const all: RowTest = () => true;
const none: RowTest = () => false;

describe('what the table shows', () => {
  it('stays until there is a screenful of what passes the next filter', () => {
    const search = new Search(falling(0));
    search.start(falling(5000), all, { now: 0 });
    finish(search);
    const session = falling(5000);
    search.start(session, all, { now: 0 });
    finish(search);
    const before = search.table.value;
    search.start(session, (_, row) => row > 3000, { now: 0 });
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
    search.start(session, none, { now: 1000 });
    step(search, 1030);
    expect(search.table.value.length).toBe(100_000);
    search.start(session, none, { now: 1030 });
    step(search, 1031);
    expect(search.table.value.length).toBe(0);
    search.start(falling(10), none, { now: 0 });
    finish(search);
    search.start(falling(200), all, { now: 0 });
    expect(search.result.value.length).toBe(0);
  });

  it('is in the order that was asked for, also of the next filter', () => {
    const session = falling(1000);
    const search = new Search(session);
    finish(search);
    search.sortBy({ key: 'size', descending: false }, 0);
    finish(search);
    expect([search.table.value.at(0), search.result.value.at(0)]).toEqual([999, 0]);
    search.start(session, (_, row) => row < 10, { now: 0 });
    finish(search);
    expect([search.table.value.at(0), search.table.value.length]).toEqual([9, 10]);
    search.sortBy(undefined, 0);
    finish(search);
    expect(search.table.value).toBe(search.result.value);
  });

  it('is first what is at the end, where that is in view', () => {
    const session = falling(20_000);
    const search = new Search(session);
    finish(search);
    search.start(session, (_, row) => row % 2 === 0, { now: 0, newestFirst: true });
    while (!search.isReady(0)) search.advance(0, () => 0);
    search.present(0);
    const table = search.table.value;
    const [shown, before] = [table.at(table.length - 1), table.before];
    expect([shown, table.at(table.length - 100)]).toEqual([19_998, 19_800]);
    finish(search);
    expect([table.length, table.at(0), table.at(9999)]).toEqual([10_000, 0, 19_998]);
    expect(table.before).toBeGreaterThan(before);
  });

  it('can be sorted while only what is at the end has been found', () => {
    const session = new Session();
    const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
    const sizes = Array.from({ length: 5000 }, (_, row) => (row * 7919) % 5000);
    for (const size of sizes)
      session.push({ type: 'message', time: 0, socket, form: 'text', data: '', size });
    const search = new Search(session);
    search.start(session, all, { now: 0, newestFirst: true });
    step(search);
    search.sortBy({ key: 'size', descending: false }, 0);
    finish(search);
    const { value: table } = search.table;
    expect(sizes.map((_, at) => sizes[table.at(at)])).toEqual(sizes.toSorted((a, b) => a - b));
  });

  it('is looked for among what was there before where it is narrower', () => {
    const session = falling(10_000);
    const search = new Search(session);
    search.start(session, (_, row) => row % 100 === 0, { now: 0 });
    finish(search);
    const tested: number[] = [];
    const test: RowTest = (_, row) => tested.push(row) > 0 && row % 200 === 0;
    search.start(session, test, { now: 0, narrower: true, newestFirst: true });
    finish(search);
    expect([search.table.value.length, tested.length]).toEqual([50, 100]);
    search.start(falling(300), test, { now: 0, narrower: true });
    finish(search);
    expect(tested.length).toBe(400);
  });

  it('has hits among what passes, in its order', () => {
    const session = falling(1000);
    const search = new Search(session);
    search.start(session, (_, row) => row % 2 === 0, { now: 0 });
    search.find((_, row) => row % 3 === 0);
    finish(search);
    const hits = () => [search.hits.value?.length, search.hits.value?.at(0), search.hits.value?.at(1)];
    expect(hits()).toEqual([167, 0, 6]);
    search.sortBy({ key: 'size', descending: false }, 0);
    finish(search);
    expect(hits()).toEqual([167, 996, 990]);
    search.start(session, (_, row) => row < 4, { now: 0 });
    finish(search);
    expect(hits()).toEqual([2, 3, 0]);
    search.find(undefined);
    expect(search.hits.value).toBeUndefined();
  });
});
