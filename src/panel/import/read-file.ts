import { HarError, type Session } from '#model';
import type { Work } from '../work.ts';
import type { Report } from './report.ts';
import { Assembly } from './slices.ts';

/**
 * Reads a HAR file in a worker, so that the panel goes on answering.
 * @throws HarError where it is none, what the browser says where the file cannot be had, and where `work` is cancelled
 */
export function readFile(file: File, { signal, share }: Work): Promise<Session> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const session = new Promise<Session>((resolve, reject) => {
    let assembly: Assembly | undefined;
    const take = (report: Report) => {
      if (report.type === 'refused') return reject(new HarError(report.key, report.where, report.detail));
      if (report.type === 'failed') return reject(report.reason);
      if (report.type === 'end') return assembly && resolve(assembly.session);
      if (report.type === 'outline') assembly = new Assembly(report.outline);
      else assembly?.add(report.rows);
      share.value = assembly?.share;
      worker.postMessage('next');
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Report>) => take(data));
    // Out of memory, perhaps.
    worker.addEventListener('error', ({ message }) => reject(message));
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.postMessage(file);
  });
  return session.finally(() => worker.terminate());
}
