import { readFileSync } from 'node:fs';
import { type Server, type SocketHandler, startServer } from '#support/server.ts';

/** Tells a client the headers of its own handshake, less what is random in them. */
const tellHandshake: SocketHandler = (socket, { url, headers }) => {
  const { 'sec-websocket-key': _, ...rest } = headers;
  socket.send(JSON.stringify({ url, rest }));
};

/** Every name that may be a property's in the hook that was built, and the first indices. */
function hookNames(): string[] {
  const source = readFileSync('dist/chrome/src/hook/main.iife.js', 'utf8');
  const names = [...source.matchAll(/[.,{]([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
  return [...new Set(names), '0', '1', '2', '3'];
}

/** A server that does what the probes ask of it. */
export async function startProbeServer(): Promise<Server> {
  const server = await startServer({
    sockets: { '/handshake': tellHandshake, '/handshake/cookies': tellHandshake },
  });
  server.page(JSON.stringify(hookNames()), { path: '/hook-names.json' });
  return server;
}
