import { describe, expect, it } from 'vitest';
import { readBatch } from '#protocol';

const batch = (events: unknown, counts = '') => ({
  origin: 0,
  events: JSON.stringify(events),
  bytes: new ArrayBuffer(),
  counts,
  outcomes: [],
});

const construct = { n: 1, t: 0, socket: 1, type: 'construct', url: 'wss://a.example/', stack: '' };

describe('a batch that is read', () => {
  it.each([
    [['/chat'], ['/chat'], []],
    [['/chat', 'one'], ['/chat', 'one'], ['one']],
    [
      ['/chat', ['one', 'two']],
      ['/chat', '[one, two]'],
      ['one', 'two'],
    ],
    [['/chat', ['one', { type: 'symbol' }, ['two']]], ['/chat', '[one]'], ['one']],
    [[{ type: 'number' }, { type: 'object' }], ['number', 'object'], []],
    [[], [], []],
  ])('prints the arguments %j of a constructor', async (told, args, protocols) => {
    const read = await readBatch(batch([{ ...construct, args: told }]));
    expect(read?.events).toEqual([{ ...construct, args, protocols }]);
  });

  it.each([{ args: [5] }, { args: [{ type: 5 }] }, { args: [null] }, { args: ['/'], interface: 'Other' }])(
    'has no event for %j, which no hook tells',
    async (told) => {
      expect((await readBatch(batch([{ ...construct, ...told }])))?.events).toEqual([]);
    },
  );

  it('has a call of close() whatever was passed, also numbers that JSON has not', async () => {
    for (const code of [undefined, 1000, -1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      const closing = { n: 1, t: 0, socket: 1, type: 'closing', author: 'page', code, stack: '' };
      expect((await readBatch(batch([closing])))?.events).toMatchObject([{ type: 'closing' }]);
    }
  });

  it('has how many events each socket had, or nothing', async () => {
    expect((await readBatch(batch([], '{"1":5,"12":3}')))?.counts).toEqual([
      [1, 5],
      [12, 3],
    ]);
    for (const counts of ['', '{', '5', '{"1":"x"}', '[null]'])
      expect((await readBatch(batch([], counts)))?.counts).toEqual([]);
  });
});
