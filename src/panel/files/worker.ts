import { HarError, readHar, type Session } from '#model';
import type { Report } from './report.ts';
import { outline, slices } from './slices.ts';

/** Reads a HAR file beside the panel, which answers while this takes its time, and hands it over bit by bit. */

const report = (news: Report) => postMessage(news);

let rest: Iterator<ReturnType<typeof slices> extends Iterable<infer T> ? T : never> | undefined;

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (data instanceof File) void read(data);
  else handOver();
});

async function read(file: File): Promise<void> {
  try {
    const session: Session = readHar(await file.text());
    rest = slices(session)[Symbol.iterator]();
    report({ type: 'outline', outline: outline(session) });
  } catch (error) {
    if (error instanceof HarError) {
      const { key, where, detail } = error;
      report({ type: 'refused', key, where, detail });
    } else report({ type: 'failed', reason: String(error) });
  }
}

function handOver(): void {
  const next = rest?.next();
  report(next && !next.done ? { type: 'rows', rows: next.value } : { type: 'end' });
}
