import type { Probes } from '../probe.ts';
import { construct } from '../sockets.ts';
import { urlOf } from './url-of.ts';

/** What the constructor makes of a URL. */
export const urlProbes: Probes = {
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
  'conversion asks Symbol.toPrimitive with the hint "string"': (url) => {
    const hints: string[] = [];
    const convert = (hint: string) => hints.push(hint) && url;
    return [urlOf({ [Symbol.toPrimitive]: convert }), urlOf(url, { [Symbol.toPrimitive]: () => 'a' }), hints];
  },
};
