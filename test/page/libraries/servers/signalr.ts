import type { SocketHandler } from '#support/server.ts';

/** https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md */
const END = '\x1e';
const INVOCATION = 1;
const ITEM = 2;
const COMPLETION = 3;
const STREAM = 4;

/** As much of a SignalR hub as answers calls and streams. */
export const serveSignalr: SocketHandler = (socket) => {
  const send = (message: object) => socket.send(JSON.stringify(message) + END);
  const answer = (message: { type?: number; target: string; invocationId: string; arguments: unknown[] }) => {
    const { type, target, invocationId, arguments: args } = message;
    if (type === undefined) send({});
    if (type === INVOCATION && target === 'echo') {
      send({ type: INVOCATION, target: 'greeted', arguments: ['by the server', args.length] });
      send({ type: COMPLETION, invocationId, result: args });
    }
    if (type === INVOCATION && target === 'fail') send({ type: COMPLETION, invocationId, error: 'refused' });
    if (type === STREAM) {
      for (let item = 1; item <= Number(args[0]); item++) send({ type: ITEM, invocationId, item });
      send({ type: COMPLETION, invocationId });
    }
  };
  socket.on('message', (data) => {
    for (const text of data.toString().split(END)) if (text) answer(JSON.parse(text));
  });
};
