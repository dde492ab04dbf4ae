import type { Probes } from '../probe.ts';
import { opened } from '../sockets.ts';

/** What the use of sockets leaves behind: nothing. */
export const traceProbes: Probes = {
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
