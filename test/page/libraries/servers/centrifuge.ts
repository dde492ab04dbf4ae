import type { SocketHandler } from '#support/server.ts';

interface Request {
  readonly id?: number;
  readonly connect?: object;
  readonly subscribe?: object;
  readonly unsubscribe?: object;
  readonly publish?: { readonly channel: string; readonly data: unknown };
  readonly rpc?: { readonly method: string; readonly data: unknown };
}

/** What a command is answered with: https://centrifugal.dev/docs/transports/client_protocol */
function answerTo({ connect, subscribe, unsubscribe, publish, rpc }: Request): object {
  if (connect) return { connect: { client: 'c', version: '1', data: { hello: 'you' } } };
  if (subscribe) return { subscribe: {} };
  if (unsubscribe) return { unsubscribe: {} };
  if (publish) return { publish: {} };
  return rpc?.method === 'fail' ? { error: { code: 108, message: 'refused' } } : { rpc: { data: rpc?.data } };
}

/** As much of a Centrifugo server as answers, and publishes to the one who published. */
export const serveCentrifuge: SocketHandler = (socket) => {
  const send = (message: object) => socket.send(JSON.stringify(message));
  socket.on('message', (data) => {
    for (const line of data.toString().split('\n').filter(Boolean)) {
      const request: Request = JSON.parse(line);
      if (request.id === undefined) continue;
      send({ id: request.id, ...answerTo(request) });
      const { publish } = request;
      if (publish) send({ push: { channel: publish.channel, pub: { data: publish.data } } });
    }
  });
};
