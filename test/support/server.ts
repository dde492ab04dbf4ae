import { once } from 'node:events';
import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Server as SocketIOServer } from 'socket.io';
import { type WebSocket, WebSocketServer } from 'ws';
import { beforeHandshake, behave, chooseProtocol } from './behaviour.ts';
import { answerWith, type Pages, putFolder, putPage } from './pages.ts';

/** Serves the sockets of one path. */
export type SocketHandler = (socket: WebSocket, request: IncomingMessage) => void;

export interface ServerOptions {
  /** A folder whose files are served. */
  readonly folder?: string;
  /** Sockets of these paths are served so; all others as their URL asks, see behaviour.ts. */
  readonly sockets?: Readonly<Record<string, SocketHandler>>;
}

/** A loopback server with two origins. Addresses end without a slash. */
export interface Server {
  readonly url: string;
  readonly wsUrl: string;
  /** The same server by another name, which makes it another origin. */
  readonly otherUrl: string;
  readonly otherWsUrl: string;
  /** Socket.IO, with its client at `/socket.io/socket.io.js`. It answers every event that wants an answer with its arguments. */
  readonly io: SocketIOServer;
  /** Puts a page on the server, at a path of its own unless one is given; gives its URL. */
  page(body: string | Buffer, options?: { path?: string; headers?: OutgoingHttpHeaders }): string;
  /** Cuts every connection and stops. */
  close(): Promise<void>;
}

function acceptSockets(http: HttpServer, handlers: Readonly<Record<string, SocketHandler>>): void {
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: chooseProtocol });
  http.on('upgrade', async (request, socket, head) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/socket.io/') || !(await beforeHandshake(request, socket))) return;
    const serve = handlers[pathname] ?? behave;
    sockets.handleUpgrade(request, socket, head, (client) => {
      client.on('error', () => client.terminate());
      serve(client, request);
    });
  });
}

function attachSocketIO(http: HttpServer): SocketIOServer {
  // It would cut handshakes of others that are answered late: https://socket.io/docs/v4/server-options/#destroyupgrade
  const io = new SocketIOServer(http, { destroyUpgrade: false });
  io.on('connection', (socket) => {
    socket.onAny((_event, ...args: unknown[]) => {
      const answer = args.at(-1);
      if (typeof answer === 'function') answer(...args.slice(0, -1));
    });
  });
  return io;
}

/** http.Server forgets sockets once they are upgraded, so they are kept here. */
function trackConnections(http: HttpServer): Set<Socket> {
  const connections = new Set<Socket>();
  http.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  return connections;
}

/** Starts a server on a free port of 127.0.0.1. */
export async function startServer({ folder, sockets = {} }: ServerOptions = {}): Promise<Server> {
  const pages: Pages = new Map();
  if (folder) putFolder(pages, folder);
  const http = createServer(answerWith(pages));
  const connections = trackConnections(http);
  acceptSockets(http, sockets);
  const io = attachSocketIO(http);
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const { port } = http.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    wsUrl: `ws://127.0.0.1:${port}`,
    otherUrl: `http://localhost:${port}`,
    otherWsUrl: `ws://localhost:${port}`,
    io,
    page(body, { path = `/page/${pages.size}`, headers } = {}) {
      putPage(pages, path, body, headers);
      return url + path;
    },
    async close() {
      for (const socket of connections) socket.destroy();
      await io.close();
    },
  };
}
