import { join } from 'node:path';
import type { WebSocket } from 'ws';
import { type Server, startServer } from '../server.ts';
import { serveChat } from './chat.ts';
import { serveMeter } from './meter.ts';
import { servePrices } from './prices.ts';

/** A session that the server ends after 4 s. */
function serveSession(socket: WebSocket): void {
  socket.send(JSON.stringify({ type: 'session', user: 'you', expiresIn: 4 }));
  const expiry = setTimeout(() => socket.close(4001, 'session expired'), 4000);
  socket.on('close', () => clearTimeout(expiry));
}

/** Starts the demo: a small app with sockets of many kinds. Its page is at the server's URL. */
export async function startDemo(): Promise<Server> {
  const server = await startServer({
    folder: join(import.meta.dirname, 'page'),
    sockets: { '/prices': servePrices, '/meter': serveMeter, '/session': serveSession },
  });
  serveChat(server.io.of('/chat'));
  return server;
}
