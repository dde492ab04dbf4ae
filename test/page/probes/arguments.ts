import { construct, outcome, type Probes } from './probe.ts';

/** The URL of a socket that is given up at once, or what its constructor threw. */
const urlOf = (...args: readonly unknown[]) =>
  outcome(() => {
    const socket = construct(...args);
    socket.close();
    return socket.url;
  });

/** Objects that write down when they are looked at. */
function watched(log: string[], url: string) {
  return {
    url: {
      toString: () => {
        log.push('url');
        return url;
      },
    },
    protocols: {
      *[Symbol.iterator]() {
        log.push('protocols');
        yield { toString: () => log.push('first') && 'a' };
        yield { toString: () => log.push('second') && 'b' };
        log.push('end');
      },
    },
  };
}

/** What the constructor makes of what it is given. */
export const argumentProbes: Probes = {
  'the constructor without arguments throws': () => urlOf(),
  'the constructor turns any URL argument into a string': (url) =>
    [undefined, null, 42, true, {}, [url], [], new URL(url), document, () => 1, 10n].map((value) =>
      urlOf(value),
    ),
  'a symbol as URL throws': () => urlOf(Symbol('url')),
  'URLs that cannot be parsed, or have another scheme, throw': () =>
    [
      'ws://',
      'ws://[',
      'ws://a b',
      'ws://h:99999',
      'mailto:a@b',
      'about:blank',
      'javascript:1',
      'data:,',
    ].map((value) => urlOf(value)),
  'relative URLs are resolved, http becomes ws': (url) =>
    ['', '/', 'a/b?c', '//other.invalid/', '?x', url.replace('ws', 'http'), ` ${url}\n`].map((value) =>
      urlOf(value),
    ),
  'a URL with a fragment is treated as the standard says': (url) => [
    urlOf(`${url}/#part`),
    urlOf(`${url}/#`),
  ],
  'a URL with a name and a password keeps them': (url) => urlOf(url.replace('//', '//name:secret@')),
  'a URL with a port that browsers block': () => urlOf('ws://127.0.0.1:25/'),
  'a URL outside ASCII, or with lone surrogates, is encoded': (url) => [
    urlOf(`${url}/é/\u{1f600}?q=\ud800#`.slice(0, -1)),
    urlOf('ws://bücher.invalid/'),
  ],
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
  'a list with holes and getters is read once, in order': (url) => {
    const log: string[] = [];
    const list = ['a', 'b', 'c'];
    Object.defineProperty(list, 1, { get: () => log.push('read') && 'x' });
    // biome-ignore lint/suspicious/noSparseArray: holes are the point
    return [urlOf(url, list), log, urlOf(url, ['a', , 'b'])];
  },
  'arguments are converted once, in order': (url) => {
    const log: string[] = [];
    const { url: first, protocols } = watched(log, url);
    return [urlOf(first, protocols), log];
  },
  'all arguments are converted before any is refused': () => {
    const log: string[] = [];
    const { url: first, protocols } = watched(log, 'mailto:nobody');
    return [urlOf(first, protocols), log];
  },
  'a URL that throws when converted throws just that': () => {
    const thrown = { just: 'that' };
    const raise = () => {
      throw thrown;
    };
    try {
      construct({ toString: raise });
    } catch (error) {
      return error === thrown;
    }
    return 'nothing thrown';
  },
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
  'conversion asks Symbol.toPrimitive with the hint "string"': (url) => {
    const hints: string[] = [];
    const convert = (hint: string) => hints.push(hint) && url;
    return [urlOf({ [Symbol.toPrimitive]: convert }), urlOf(url, { [Symbol.toPrimitive]: () => 'a' }), hints];
  },
  'arguments after the second are not looked at': (url) => {
    const log: string[] = [];
    const third = new Proxy({}, { get: (_, key) => log.push(String(key)) });
    return [urlOf(url, [], third, third), log];
  },
};
