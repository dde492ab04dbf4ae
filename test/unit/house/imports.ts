import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

/** Which of them each file, or each room, imports. */
export type Imports = ReadonlyMap<string, ReadonlySet<string>>;

/** `import … from '…'`, `export … from '…'`, `import '…'`; types as well. */
const statement = /^(?:import|export)\s(?:[^;']*?\sfrom\s)?'([^']+)'/gm;

/** What the files of `src` import of one another. Paths are from the top of the project. */
export function importsOfFiles(): Imports {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const files = new Set(names.map((name) => `src/${name.replaceAll('\\', '/')}`));
  const reached = (file: string) =>
    [...readFileSync(file, 'utf8').matchAll(statement)]
      .map(([, name = '']) => resolve(name, file))
      .filter((other) => files.has(other));
  return new Map([...files].map((file) => [file, new Set(reached(file))]));
}

/** The same by folder. What a folder shares with one that it lies in is no way from room to room. */
export function importsOfRooms(files: Imports): Imports {
  const rooms = new Map<string, Set<string>>();
  for (const [file, others] of files)
    for (const other of others) {
      const [from, to] = [dirname(file), dirname(other)];
      if (`${from}/`.startsWith(`${to}/`) || `${to}/`.startsWith(`${from}/`)) continue;
      rooms.set(from, (rooms.get(from) ?? new Set()).add(to));
    }
  return rooms;
}

/** Every circle that a walk along the imports runs into, each as the way around; none where there is none. */
export function circles(imports: Imports): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (at: string, way: readonly string[]): void => {
    if (way.includes(at)) found.push([...way.slice(way.indexOf(at)), at].join(' → '));
    else if (!done.has(at)) for (const next of imports.get(at) ?? []) walk(next, [...way, at]);
    done.add(at);
  };
  for (const at of imports.keys()) walk(at, []);
  return found;
}

function resolve(name: string, file: string): string {
  if (name.startsWith('.')) return join(dirname(file), name);
  const [, room = '', rest] = /^#(\w+)(\/.*)?$/.exec(name) ?? [];
  return `src/${room}${rest ?? '/index.ts'}`;
}
