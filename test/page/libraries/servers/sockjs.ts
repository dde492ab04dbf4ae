import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createSockjs } from 'sockjs';

/** The server of SockJS, which echoes. It wants an HTTP server to itself. */
export async function serveSockjs(): Promise<Server> {
  const sockjs = createSockjs({ prefix: '/echo', log: () => undefined });
  sockjs.on('connection', (connection) => {
    connection.on('data', (text: string) => connection.write(text));
  });
  const server = createServer();
  sockjs.installHandlers(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}
