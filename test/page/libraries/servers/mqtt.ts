import { Aedes } from 'aedes';
import { createWebSocketStream } from 'ws';
import type { SocketHandler } from '#support/server.ts';

/** The MQTT broker Aedes. */
export async function serveMqtt(): Promise<SocketHandler> {
  const broker = await Aedes.createBroker();
  return (socket, request) => {
    broker.handle(createWebSocketStream(socket), request);
  };
}
