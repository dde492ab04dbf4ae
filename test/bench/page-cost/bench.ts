import { setTimeout as delay } from 'node:timers/promises';
import { startServer } from '#support/server.ts';
import type { Bench, Figure } from '../figure.ts';
import type { Busy } from '../meter.ts';
import { median } from '../statistics.ts';
import { type Arm, type Arms, emptied, openArms } from './arms.ts';
import { exchange, type Traffic } from './traffic.ts';

const traffics: readonly Traffic[] = (['receive', 'send'] as const).flatMap((way) => [
  { name: `${way} 100 B text`, way, count: 10_000, size: 100, binary: false },
  { name: `${way} 64 KiB binary`, way, count: 500, size: 65_536, binary: true },
  { name: `${way} 5 MB text`, way, count: 10, size: 5_000_000, binary: false },
]);

const names = ['bare', 'listener', 'closed', 'window', 'devTools', 'panelInDevTools'] as const;
type Name = (typeof names)[number];

/** What an arm is compared with, and how dear it may be beside that. */
interface Comparison {
  readonly what: string;
  readonly arm: Name;
  readonly with: Name;
  readonly most?: Readonly<Record<Traffic['way'], number>>;
}

const comparisons: readonly Comparison[] = [
  { what: 'one more listener', arm: 'listener', with: 'bare' },
  { what: 'no panel', arm: 'closed', with: 'bare', most: { receive: 1.1, send: 1.2 } },
  { what: 'panel in a window', arm: 'window', with: 'bare', most: { receive: 1.4, send: 1.4 } },
  { what: 'DevTools without us', arm: 'devTools', with: 'bare' },
  {
    what: 'panel, to DevTools without us',
    arm: 'panelInDevTools',
    with: 'devTools',
    most: { receive: 1.25, send: 1.25 },
  },
];

/** For how long a page is given to finish what a round left to do, such as the last batch, in ms. */
const TAIL = 150;

const clocks = { wall: '', cpu: ', CPU time' } as const;

/** Main-thread time of the page per message, in µs, of one round. */
async function round(
  wsUrl: string,
  { page, meter, panel, listener = false }: Arm,
  traffic: Traffic,
): Promise<Busy> {
  const wait = panel && (await emptied(panel));
  const before = await meter.busy();
  await exchange(page, wsUrl, traffic, listener);
  await wait?.(traffic.count);
  await delay(TAIL);
  const { wall, cpu } = await meter.busy();
  const each = (ms: number) => (ms * 1000) / traffic.count;
  return { wall: each(wall - before.wall), cpu: each(cpu - before.cpu) };
}

type Rounds = Readonly<Record<Name, Busy>>[];

/** Arms take turns, and each round another begins, so that what the machine does meanwhile meets them all. */
async function rounds(wsUrl: string, arms: Arms, traffic: Traffic, count: number): Promise<Rounds> {
  const all: Rounds = [];
  for (let i = 0; i <= count; i++) {
    const times: Partial<Record<Name, Busy>> = {};
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(i + turn) % names.length] as Name;
      times[name] = await round(wsUrl, arms[name], traffic);
    }
    all.push(times as Rounds[number]);
  }
  // In the first one code is still being compiled.
  return all.slice(1);
}

function* compared({ name, way }: Traffic, measured: Rounds, clock: keyof Busy): Iterable<Figure> {
  const suffix = clocks[clock];
  const bare = median(measured.map((times) => times.bare[clock]));
  yield { name: `${name}, bare browser${suffix}`, value: bare, unit: 'µs' };
  for (const { what, arm, with: other, most } of comparisons) {
    const value = median(measured.map((times) => times[arm][clock] / times[other][clock]));
    yield { name: `${name}, ${what}${suffix}`, value, unit: '×', ...(most && { most: most[way] }) };
  }
}

/** What a message costs the main thread of a page that reads it, beside the bare browser. */
export const pageCost: Bench = async function* ({ quick }) {
  const server = await startServer();
  const arms = await openArms(server.page('<title>Page cost</title>'));
  try {
    for (const traffic of traffics) {
      const measured = await rounds(server.wsUrl, arms, traffic, quick ? 3 : 11);
      yield* compared(traffic, measured, 'wall');
      yield* compared(traffic, measured, 'cpu');
    }
  } finally {
    await arms.close();
    await server.close();
  }
};
