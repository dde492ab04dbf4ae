import type { Probes } from '../probe.ts';
import { calledAfter, exercise } from './exercise.ts';
import { hookNames } from './hook-names.ts';
import { Log, spyOn, spyOnAll, trap } from './spy.ts';

/** Errors and stacks while a page poisons them. */
export const errorProbes: Probes = {
  'Error.prepareStackTrace is asked by nobody': (url) =>
    calledAfter(url, (log) => Object.assign(Error, { prepareStackTrace: () => log.note('formats') })),
  'Error.prepareStackTrace is asked by nobody, wherever it is inherited from': (url) =>
    calledAfter(url, (log) => {
      const prepareStackTrace = () => log.note('formats');
      Object.defineProperty(Object.prototype, 'prepareStackTrace', {
        value: prepareStackTrace,
        configurable: true,
      });
    }),
  'Error.stackTraceLimit is left alone': async (url) => {
    const limits = [];
    for (const limit of [undefined, 0, 3, 'none']) {
      Object.assign(Error, { stackTraceLimit: limit });
      limits.push(await exercise(url), Reflect.get(Error, 'stackTraceLimit'));
    }
    Reflect.deleteProperty(Error, 'stackTraceLimit');
    return [limits, await exercise(url), 'stackTraceLimit' in Error];
  },
  'Error.captureStackTrace and Error.prototype are poisoned': (url) =>
    calledAfter(url, (log) => {
      spyOnAll(log, Error, 'Error');
      spyOnAll(log, Error.prototype, 'Error');
      spyOnAll(log, DOMException.prototype, 'DOMException');
    }),
  'errors are thrown alike while everything is poisoned': async (url) => {
    const names = await hookNames();
    const log = new Log();
    for (const each of [Array, Object, Function, Error, DOMException, String])
      for (const key of ['toString', 'valueOf', 'call', 'apply', 'name', 'message', 'stack', 'push'])
        if (key in each.prototype) spyOn(log, each.prototype, key, `${each.name}.${key}`);
    trap(log, Object.prototype, names);
    let seen = '';
    for (let i = 0; i < 3; i++)
      try {
        if (i === 0) new WebSocket('mailto:a');
        if (i === 1) new WebSocket(url, { toString: () => '', [Symbol.iterator]: 1 } as never);
        if (i === 2) new WebSocket(url).send({ toString: () => ({}) } as never);
      } catch {
        seen += `${i} `;
      }
    return [seen, log.text];
  },
};
