import { HarError, type Session } from '#model';
import type { Disk } from '#panel/disk/disk.ts';
import type { Work } from '#panel/works/work.ts';
import type { Chosen, Report } from './report.ts';
import { Assembly } from './slices.ts';

/**
 * Reads a HAR file in a worker, so that the panel goes on answering. It is read no faster than `disk` takes what is too
 * much for the memory.
 * @throws HarError where it is none, what the browser says where the file cannot be had, and where `work` is cancelled
 */
export function readFile(chosen: Chosen, disk: Disk, { signal, share }: Work): Promise<Session> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  let assembly: Assembly | undefined;
  const session = new Promise<Session>((resolve, reject) => {
    const take = async (report: Exclude<Report, { type: 'progress' }>) => {
      if (report.type === 'refused') return reject(new HarError(report.key, report.where, report.detail));
      if (report.type === 'failed') return reject(report.reason);
      if (report.type === 'end') return assembly && resolve(assembly.finish(report.remarks));
      if (report.type === 'outline') assembly = new Assembly(report.outline);
      else assembly?.add(report.rows);
      if (!assembly) return;
      share.value = (1 + assembly.share) / 2;
      await disk.relieve(assembly.session);
      worker.postMessage('next');
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      // To look at the file is the one half of the work, to take its rows the other.
      if (data.type === 'progress') share.value = data.share / 2;
      else void take(data);
    });
    // Out of memory, perhaps.
    worker.addEventListener('error', ({ message }) => reject(message));
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.postMessage(chosen);
  });
  session.catch(() => assembly && disk.discard(assembly.session));
  return session.finally(() => worker.terminate());
}
