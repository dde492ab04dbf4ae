import { Centrifuge } from 'centrifuge';

/** Connects, subscribes, publishes and hears, calls, fails to call, unsubscribes, disconnects. */
export async function centrifuge(url: string): Promise<unknown[]> {
  const log: unknown[] = [];
  const client = new Centrifuge(`${url}/centrifuge`);
  client.on('connected', ({ transport, data }) => log.push(['connected', transport, data]));
  client.on('disconnected', ({ code, reason }) => log.push(['disconnected', code, reason]));
  client.connect();
  await client.ready();
  const subscription = client.newSubscription('news');
  const heard = new Promise<void>((resolve) =>
    subscription.on('publication', ({ data, channel }) => {
      log.push([channel, data]);
      resolve();
    }),
  );
  subscription.subscribe();
  await subscription.ready();
  await subscription.publish({ text: 'héllo' });
  await heard;
  log.push(await client.rpc('echo', [1, 'two']));
  log.push(await client.rpc('fail', null).catch((error: unknown) => error));
  subscription.unsubscribe();
  client.disconnect();
  log.push(client.state, subscription.state);
  return log;
}
