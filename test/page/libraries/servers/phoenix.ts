import type { SocketHandler } from '#support/server.ts';

/** As much of a Phoenix endpoint as joins channels, except forbidden ones, and brings back what is pushed. */
export const servePhoenix: SocketHandler = (socket) => {
  socket.on('message', (data) => {
    const [joinRef, ref, topic, event, payload] = JSON.parse(data.toString());
    const send = (name: string, content: object, answered: unknown = null) =>
      socket.send(JSON.stringify([joinRef, answered, topic, name, content]));
    const status = topic === 'forbidden' ? 'error' : 'ok';
    if (event === 'shout') send('shout', payload);
    send('phx_reply', { status, response: { event, payload } }, ref);
    if (event === 'phx_leave') send('phx_close', {});
  });
};
