import type { Probes } from '../probe.ts';
import { urlOf } from './url-of.ts';

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

/** In which order, and how often, the constructor looks at its arguments. */
export const conversionProbes: Probes = {
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
  'arguments after the second are not looked at': (url) => {
    const log: string[] = [];
    const third = new Proxy({}, { get: (_, key) => log.push(String(key)) });
    return [urlOf(url, [], third, third), log];
  },
};
