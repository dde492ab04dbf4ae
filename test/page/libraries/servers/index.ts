import type { AddressInfo } from 'node:net';
import { type Server, startServer } from '#support/server.ts';
import { serveCentrifuge } from './centrifuge.ts';
import { serveGraphql } from './graphql.ts';
import { serveMqtt } from './mqtt.ts';
import { servePhoenix } from './phoenix.ts';
import { serveSignalr } from './signalr.ts';
import { serveSockjs } from './sockjs.ts';
import { serveStomp } from './stomp.ts';

/** A server that speaks to every library. Socket.IO is part of any test server. */
export async function startLibraryServer(): Promise<Server> {
  const sockjs = await serveSockjs();
  const server = await startServer({
    sockets: {
      '/graphql': serveGraphql(),
      '/mqtt': await serveMqtt(),
      '/stomp': serveStomp,
      '/signalr': serveSignalr,
      '/phoenix/websocket': servePhoenix,
      '/centrifuge': serveCentrifuge,
    },
  });
  const { port } = sockjs.address() as AddressInfo;
  server.page(JSON.stringify(`http://127.0.0.1:${port}/echo`), { path: '/sockjs.json' });
  return {
    ...server,
    async close() {
      sockjs.closeAllConnections();
      sockjs.close();
      await server.close();
    },
  };
}
