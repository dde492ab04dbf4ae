import SockJS from 'sockjs-client';

/** Messages and back over its WebSocket transport, then a close. Its server is at an address of its own. */
export async function sockjs(): Promise<unknown[]> {
  const log: unknown[] = [];
  const address = await (await fetch('/sockjs.json')).json();
  // By itself it gives the transport up after some times what its first answer took, which a slow machine exceeds.
  const socket = new SockJS(String(address), null, { transports: 'websocket', timeout: 15_000 });
  await new Promise<void>((resolve) => {
    socket.onopen = () => {
      log.push(['open', socket.readyState, (socket as unknown as { transport: string }).transport]);
      for (const text of ['one', 'twö', 'x'.repeat(70_000)]) socket.send(text);
    };
    socket.onmessage = ({ data }) => {
      log.push([data.length, data.slice(0, 5)]);
      if (log.length === 4) socket.close(4001, 'enough');
    };
    socket.onclose = ({ code, reason, wasClean }) => {
      log.push([code, reason, wasClean]);
      resolve();
    };
  });
  return log;
}
