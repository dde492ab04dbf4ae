import type { Probes } from '../probe.ts';
import { urlOf } from './url-of.ts';

/** What the constructor makes of protocols. */
export const protocolProbes: Probes = {
  'protocols that are strings, lists, or nothing': (url) =>
    ['a', [], ['a', 'b'], undefined, new String('a'), new Set(['a', 'b']), [['a']]].map((value) =>
      urlOf(url, value),
    ),
  'protocols that are no valid tokens throw': (url) =>
    [
      '',
      'a,b',
      'a b',
      'é',
      [''],
      ['a', 'a'],
      ['a', 'A'],
      ['a', 'b,'],
      null,
      1,
      {},
      { length: 1, 0: 'a' },
    ].map((value) => urlOf(url, value)),
  'protocols that cannot be converted throw': (url) =>
    [
      Symbol('p'),
      [Symbol('p')],
      { [Symbol.iterator]: 1 },
      { [Symbol.iterator]: () => 1 },
      [{ toString: null }],
    ].map((value) => urlOf(url, value)),
  'protocols that throw when iterated throw just that, and are closed': (url) => {
    const log: string[] = [];
    const protocols = {
      *[Symbol.iterator]() {
        try {
          yield { toString: () => log.push('read') && Symbol('no string') };
        } finally {
          log.push('closed');
        }
      },
    };
    return [urlOf(url, protocols), log];
  },
  'a list with holes and getters is read once, in order': (url) => {
    const log: string[] = [];
    const list = ['a', 'b', 'c'];
    Object.defineProperty(list, 1, { get: () => log.push('read') && 'x' });
    // biome-ignore lint/suspicious/noSparseArray: holes are the point
    return [urlOf(url, list), log, urlOf(url, ['a', , 'b'])];
  },
};
