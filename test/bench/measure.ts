import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { type Bench, type BenchOptions, type Figure, isMet } from './figure.ts';
import { networkPanel } from './network-panel/bench.ts';
import { opening } from './opening/bench.ts';
import { pageCost } from './page-cost/bench.ts';
import { scale } from './scale/bench.ts';
import { start } from './start/bench.ts';
import { stream } from './stream/bench.ts';
import { soak } from './stream/soak.ts';
import { heading, lineOf } from './table.ts';

const folder = 'dist/bench';

const benches: Readonly<Record<string, Bench>> = {
  'page-cost': pageCost,
  scale,
  opening,
  start,
  stream,
  'network-panel': networkPanel,
  soak,
};

/** Benches that run unless others are asked for: all that do not take ten minutes. */
const usual = Object.keys(benches).filter((name) => name !== 'soak');

interface Options extends BenchOptions {
  /** Which benches; the usual ones where there is none. */
  readonly names: readonly string[];
}

/** Runs benches one after the other, prints their figures and leaves them in files; gives how many miss their bar. */
export async function measure({ names, ...options }: Options): Promise<number> {
  let missed = 0;
  await mkdir(folder, { recursive: true });
  for (const name of names.length > 0 ? names : usual) {
    const bench = benches[name];
    if (!bench) throw new Error(`There is no bench “${name}”: there are ${Object.keys(benches).join(', ')}`);
    const figures = await run(name, bench, options);
    missed += figures.filter((figure) => !isMet(figure)).length;
  }
  return missed;
}

async function run(name: string, bench: Bench, options: BenchOptions): Promise<readonly Figure[]> {
  const [before] = loadavg();
  console.log(`\n${name}: ${cpus().length} cores, load ${before?.toFixed(1)}\n\n${heading}`);
  const figures: Figure[] = [];
  for await (const figure of bench(options)) {
    figures.push(figure);
    console.log(lineOf(figure));
  }
  const [after] = loadavg();
  const surroundings = {
    date: new Date().toISOString(),
    cores: cpus().length,
    load: { before, after },
    ...options,
  };
  await writeFile(`${folder}/${name}.json`, JSON.stringify({ ...surroundings, figures }, undefined, 2));
  return figures;
}
