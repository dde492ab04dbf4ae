import { createClient } from 'graphql-ws';

/** A query, a subscription to its end, one that is left early, and one with an error. */
export async function graphqlWs(url: string): Promise<unknown[]> {
  const log: unknown[] = [];
  const client = createClient({ url: `${url}/graphql`, lazy: false, retryAttempts: 0 });
  client.on('connected', (_, payload) => log.push(['connected', payload]));
  const closed = new Promise((resolve) =>
    client.on('closed', (event) => {
      const { code, reason } = event as CloseEvent;
      log.push(['closed', code, reason]);
      resolve(undefined);
    }),
  );
  for await (const result of client.iterate({ query: '{ hello }' })) log.push(result);
  for await (const result of client.iterate({ query: 'subscription { count(to: 3) }' })) log.push(result);
  for await (const result of client.iterate({ query: 'subscription { count(to: 1000) }' })) {
    log.push(result);
    break;
  }
  try {
    for await (const result of client.iterate({ query: '{ unknown }' })) log.push(result);
  } catch (error) {
    log.push(error);
  }
  await client.dispose();
  await closed;
  return log;
}
