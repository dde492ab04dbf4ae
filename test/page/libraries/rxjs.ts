import { firstValueFrom, lastValueFrom, take, toArray } from 'rxjs';
import { webSocket } from 'rxjs/webSocket';

/** Messages as JSON and back, a channel among others, the end, a close by the server, a handshake that is refused. */
export async function rxjs(url: string): Promise<unknown[]> {
  const log: unknown[] = [];
  const subject = webSocket<unknown>(`${url}/?echo`);
  const three = firstValueFrom(subject.pipe(take(3), toArray()));
  for (const value of ['text', { deep: [1, 'é'] }, null]) subject.next(value);
  log.push(await three);
  const channel = subject.multiplex(
    () => ({ join: 'a' }),
    () => ({ leave: 'a' }),
    (message) => JSON.stringify(message).includes('"a"'),
  );
  log.push(await firstValueFrom(channel));
  const closed = new Promise<CloseEvent>((resolve) => {
    const openObserver = { next: ({ type }: Event) => log.push(type) };
    const ended = webSocket({ url: `${url}/?echo`, openObserver, closeObserver: { next: resolve } });
    ended.subscribe(() => ended.complete());
    ended.next('last');
  });
  log.push((await closed).code);
  log.push(await lastValueFrom(webSocket(`${url}/?close=4003,no`), { defaultValue: 'completed' }));
  log.push(await lastValueFrom(webSocket(`${url}/?reject=403`)).catch(({ type }: Event) => type));
  return log;
}
