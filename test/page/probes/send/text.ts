import type { Probes } from '../probe.ts';
import { echoes } from '../sockets.ts';

/** Text that is sent, and what becomes text. */
export const textProbes: Probes = {
  'text is sent as it is': (url) =>
    echoes(url, 'a', '', 'é', '\u{1f600}', 'x\0y', 'line\r\nline', ' '.repeat(3)),
  'lone surrogates are replaced': (url) => echoes(url, '\ud800', 'a\udc00b', '\ude00\ud83d'),
  'long text arrives whole': async (url) => {
    const [outcomes, back] = (await echoes(url, 'ab'.repeat(200_000), 'é'.repeat(70_000))) as [
      unknown,
      string[],
    ];
    return [outcomes, back.map((text) => [text.length, text.slice(0, 5), new Set(text).size])];
  },
  'all else is sent as a string': (url) =>
    echoes(
      url,
      undefined,
      null,
      true,
      0,
      -0,
      Number.NaN,
      1e21,
      10n,
      [],
      [1, [2, 3]],
      {},
      () => 1,
      /r/g,
      new Date(0),
    ),
  'wrapped and platform objects are sent as strings': (url) =>
    echoes(
      url,
      new String('s'),
      new Number(1),
      document,
      window.location,
      new URL(url),
      document.body,
      new Map(),
      Symbol,
    ),
};
