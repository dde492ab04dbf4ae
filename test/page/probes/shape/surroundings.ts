import type { Probes } from '../probe.ts';

/** Names, kinds and flags of what a global object owns. Sorted: Firefox orders what is built in by its first use. */
function outline(object: object): string[] {
  const lines = Reflect.ownKeys(object).map((key) => {
    const { value, get, set, ...flags } = Reflect.getOwnPropertyDescriptor(object, key) as PropertyDescriptor;
    return `${String(key)} ${typeof value} ${typeof get} ${typeof set} ${JSON.stringify(flags)}`;
  });
  return lines.sort();
}

const windowKeys = () => Reflect.ownKeys(window).sort((a, b) => (String(a) < String(b) ? -1 : 1));

/** What is around WebSocket: nothing there is added or removed. */
export const surroundingProbes: Probes = {
  'window owns the same properties': () => outline(window),
  'window enumerates the same properties': () => {
    const names: string[] = [];
    for (const name in window) names.push(name);
    return [names, Object.keys(window)];
  },
  'every interface that window has owns the same properties': () =>
    windowKeys().map((name) => {
      const value: unknown = Reflect.getOwnPropertyDescriptor(window, name)?.value;
      if (typeof value !== 'function') return String(name);
      const { prototype } = value as { prototype?: object };
      return [String(name), outline(value), prototype ? outline(prototype) : []];
    }),
  'the document is as the page wrote it': () => [
    document.documentElement.outerHTML,
    outline(document),
    document.adoptedStyleSheets.length,
    document.scripts.length,
    document.currentScript === null,
  ],
  'the built-in prototypes are described alike': () =>
    [Object, Function, Array, Promise, WeakMap, Error, EventTarget, Event, MessageEvent].map((each) => [
      outline(each),
      outline(each.prototype),
    ]),
};
