import { opened, type Probes } from './probe.ts';

/** Names, kinds and flags of what a global object owns. Sorted: Firefox orders what is built in by its first use. */
function outline(object: object): string[] {
  const lines = Reflect.ownKeys(object).map((key) => {
    const { value, get, set, ...flags } = Reflect.getOwnPropertyDescriptor(object, key) as PropertyDescriptor;
    return `${String(key)} ${typeof value} ${typeof get} ${typeof set} ${JSON.stringify(flags)}`;
  });
  return lines.sort();
}

const windowKeys = () => Reflect.ownKeys(window).sort((a, b) => (String(a) < String(b) ? -1 : 1));

/** What is around WebSocket: nothing there is added, removed or reordered. */
export const placeProbes: Probes = {
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
  'storage, cookies and the list of resources are untouched': async (url) => {
    const socket = await opened(url);
    socket.close();
    const resources = performance.getEntriesByType('resource').map(({ name }) => name);
    const marks = [...performance.getEntriesByType('mark'), ...performance.getEntriesByType('measure')];
    return [localStorage.length, sessionStorage.length, document.cookie, resources, marks.length];
  },
  'nothing is written to the console': async (url) => {
    const said: unknown[] = [];
    for (const name of ['log', 'debug', 'info', 'warn', 'error'] as const)
      console[name] = (...words: unknown[]) => void said.push([name, ...words]);
    const socket = await opened(`${url}/?greet=hi`);
    socket.close();
    return said;
  },
  'the page hears no event and no message that is not its own': async (url) => {
    const heard: string[] = [];
    const note = ({ type }: Event) => void heard.push(type);
    for (const type of [
      'message',
      'error',
      'unhandledrejection',
      'focus',
      'focusin',
      'sockscope',
      'batch',
      'command',
    ])
      for (const target of [window, document]) target.addEventListener(type, note, true);
    const socket = await opened(url);
    socket.close();
    return heard;
  },
  'nothing in the document changes when sockets are used': async (url) => {
    let changes = 0;
    const observer = new MutationObserver((records) => {
      changes += records.length;
    });
    observer.observe(document, { attributes: true, childList: true, subtree: true, characterData: true });
    const socket = await opened(url);
    socket.send('x');
    socket.close();
    changes += observer.takeRecords().length;
    return changes;
  },
  'timers of the page get the numbers that they would get': async (url) => {
    const socket = await opened(`${url}/?echo`);
    const first = Number(setTimeout(() => undefined));
    socket.send('x');
    socket.send(new Blob(['y']));
    const second = Number(setTimeout(() => undefined));
    socket.close();
    return second - first;
  },
  'frames, animation frames and idle callbacks are not used up': async (url) => {
    const first = [requestAnimationFrame(() => undefined), requestIdleCallback(() => undefined)];
    const socket = await opened(url);
    socket.send('x');
    const second = [requestAnimationFrame(() => undefined), requestIdleCallback(() => undefined)];
    socket.close();
    return [frames.length, second.map((id, i) => id - (first[i] ?? 0))];
  },
};
