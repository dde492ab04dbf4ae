import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

/** Calls in both directions, a stream, a call that fails, the end. */
export async function signalr(url: string): Promise<unknown[]> {
  const log: unknown[] = [];
  const transport = HttpTransportType.WebSockets;
  const hub = new HubConnectionBuilder()
    .withUrl(`${url.replace('ws', 'http')}/signalr`, { transport, skipNegotiation: true })
    .configureLogging(LogLevel.None)
    .build();
  hub.on('greeted', (...args: unknown[]) => log.push(['greeted', ...args]));
  hub.onclose((error) => log.push(['closed', error?.message]));
  await hub.start();
  log.push(hub.state, await hub.invoke('echo', 'hello', 2, [null, { a: 'é' }]));
  log.push(await hub.invoke('fail').catch((error: Error) => [error.name, error.message]));
  await new Promise<void>((resolve, reject) => {
    hub.stream('count', 3).subscribe({
      next: (item) => log.push(item),
      complete: resolve,
      error: reject,
    });
  });
  await hub.stop();
  log.push(hub.state);
  return log;
}
