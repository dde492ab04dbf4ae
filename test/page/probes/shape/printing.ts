import { innerWindow } from '../frames.ts';
import { face, outcome } from '../print.ts';
import type { Probes } from '../probe.ts';

type Accessors = Record<string, PropertyDescriptor>;

/** The functions of WebSocket, by name. */
function functions(): [string, unknown][] {
  const own: Accessors = Object.getOwnPropertyDescriptors(WebSocket.prototype);
  const found: [string, unknown][] = [['WebSocket', WebSocket]];
  for (const [name, { get, set, value }] of Object.entries(own))
    found.push([name, get ?? value], [`${name}=`, set]);
  return found.filter(([, value]) => typeof value === 'function');
}

/** Functions that are reached from a window by two steps: what they are called and how they print. */
function printedFrom(inner: Window & typeof globalThis): string[] {
  const lines: string[] = [];
  for (const name of Reflect.ownKeys(inner)) {
    const owner: unknown = Reflect.getOwnPropertyDescriptor(inner, name)?.value;
    if (typeof owner !== 'function') continue;
    for (const object of [owner, owner.prototype].filter((each) => Object(each) === each))
      for (const key of Reflect.ownKeys(object as object)) {
        const { get, set, value } = Reflect.getOwnPropertyDescriptor(object as object, key) ?? {};
        for (const each of [get, set, value])
          if (typeof each === 'function')
            lines.push(
              `${String(name)} ${String(key)} ${each.name}/${each.length} ${Function.prototype.toString.call(each)}`,
            );
      }
  }
  return lines.sort();
}

/** How functions look when they are printed. */
export const printingProbes: Probes = {
  'functions print as native code': () =>
    functions().map(([name, value]) => [name, String(value), `${value}`, face(value)]),
  'functions print as native code by another realm': () => {
    const print = innerWindow().Function.prototype.toString;
    return functions().map(([name, value]) => [name, print.call(value)]);
  },
  'functions of another realm print as native code': () => {
    const inner = innerWindow().WebSocket;
    return [inner, inner.prototype.send, inner.prototype.close].map((each) =>
      Function.prototype.toString.call(each),
    );
  },
  'Function.prototype.toString looks like itself': () => {
    const print = Function.prototype.toString;
    const { value, ...flags } = Reflect.getOwnPropertyDescriptor(Function.prototype, 'toString') ?? {};
    return [flags, face(value), print.toString(), print.call(print), `${print}`, 'prototype' in print];
  },
  'Function.prototype.toString prints what the page wrote as it was written': () => {
    class Own {
      method() {
        return 1;
      }
    }
    const arrow = (a: number) => a + 1;
    const proxy = new Proxy(arrow, {});
    return [Own, new Own().method, arrow, proxy, arrow.bind(null), Math.max, new Proxy(WebSocket, {})].map(
      (each) => Function.prototype.toString.call(each),
    );
  },
  'Function.prototype.toString refuses what is no function': () =>
    [undefined, null, 1, {}, 'f', Object.create(Function.prototype), Symbol('s')].map((value) =>
      outcome(() => Function.prototype.toString.call(value)),
    ),
  'Function.prototype.toString is no constructor': () =>
    outcome(() => Reflect.construct(Function.prototype.toString as never, [])),
  'a page may replace Function.prototype.toString': () => {
    const print = Function.prototype.toString;
    Function.prototype.toString = function () {
      return `mine: ${print.call(this)}`;
    };
    return [String(WebSocket), String(WebSocket.prototype.send)];
  },
  'names and lengths can be redefined': () => {
    Object.defineProperty(WebSocket.prototype.send, 'name', { value: 'renamed' });
    Object.defineProperty(WebSocket, 'length', { value: 5 });
    return [WebSocket.prototype.send.name, WebSocket.length, String(WebSocket.prototype.send)];
  },
  'every function that window leads to prints alike': () => printedFrom(window),
};
