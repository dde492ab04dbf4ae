import { Socket } from 'phoenix';

/** Joins a channel, pushes and hears, is refused another, leaves, and disconnects. */
export async function phoenix(url: string): Promise<unknown[]> {
  const log: unknown[] = [];
  const socket = new Socket(`${url}/phoenix`, { params: { token: 't' }, reconnectAfterMs: () => 60_000 });
  socket.onOpen(() => void log.push('open'));
  socket.onClose(({ code }) => void log.push(['close', code]));
  socket.connect();
  const channel = socket.channel('room:lobby', { nick: 'me' });
  channel.on('shout', (payload) => void log.push(['shout', payload]));
  const answer = (push: ReturnType<typeof channel.push>) =>
    new Promise<unknown>((resolve) => {
      for (const status of ['ok', 'error'] as const)
        push.receive(status, (response) => resolve([status, response]));
    });
  log.push(await answer(channel.join()));
  log.push(await answer(channel.push('shout', { text: 'héy' })));
  log.push(await answer(socket.channel('forbidden').join()));
  log.push(await answer(channel.leave()));
  await new Promise<void>((resolve) => socket.disconnect(resolve, 1000, 'done'));
  log.push(socket.connectionState());
  return log;
}
