import { type Server, type SocketHandler, startServer } from '#support/server.ts';

/** Tells a client the headers of its own handshake, less what is random in them. */
const tellHandshake: SocketHandler = (socket, { url, headers }) => {
  const { 'sec-websocket-key': _, ...rest } = headers;
  socket.send(JSON.stringify({ url, rest }));
};

/** A server that does what the probes ask of it. */
export const startProbeServer = (): Promise<Server> =>
  startServer({ sockets: { '/handshake': tellHandshake, '/handshake/cookies': tellHandshake } });
