import { Client } from '@stomp/stompjs';

/** Messages with headers to a subscription and back, text and bytes, each with a receipt; then the end. */
export async function stomp(url: string): Promise<unknown[]> {
  const log: unknown[] = [];
  const client = new Client({ brokerURL: `${url}/stomp`, reconnectDelay: 0 });
  await new Promise<void>((resolve) => {
    client.onConnect = ({ command, headers }) => {
      log.push([command, headers.version]);
      resolve();
    };
    client.activate();
  });
  const messages = new Promise<void>((resolve) => {
    let left = 2;
    client.subscribe('/queue/a', ({ command, body, headers }) => {
      log.push([command, body, headers.destination, headers.flavour]);
      if (--left === 0) resolve();
    });
  });
  client.publish({ destination: '/queue/a', body: 'héllo', headers: { flavour: 'sweet' } });
  client.publish({ destination: '/queue/a', binaryBody: new TextEncoder().encode('bytes') });
  await messages;
  const receipt = new Promise<string>((resolve) =>
    client.watchForReceipt('r-1', ({ headers }) => resolve(String(headers['receipt-id']))),
  );
  client.publish({ destination: '/queue/none', body: '', headers: { receipt: 'r-1' } });
  log.push(await receipt);
  client.onWebSocketClose = ({ code, wasClean }: CloseEvent) => log.push(['closed', code, wasClean]);
  await client.deactivate();
  return log;
}
