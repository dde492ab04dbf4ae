import ReconnectingWebSocket from 'reconnecting-websocket';

/** Connects again after each close by the server, sends what was buffered meanwhile, then closes for good. */
export async function reconnectingWebSocket(url: string): Promise<unknown[]> {
  const log: unknown[] = [];
  const socket = new ReconnectingWebSocket(`${url}/?echo&greet=hi&after=1&close=4001,again`, [], {
    minReconnectionDelay: 10,
    maxReconnectionDelay: 10,
  });
  let rounds = 0;
  socket.onopen = () => log.push(['open', socket.readyState, socket.retryCount]);
  socket.onmessage = ({ data }) => log.push(data);
  socket.onclose = ({ code, reason, wasClean }) => {
    log.push([code, reason, wasClean]);
    if (rounds < 3) socket.send(`round ${++rounds}`);
  };
  socket.send('first');
  await new Promise<void>((resolve) => {
    socket.addEventListener('close', () => {
      if (rounds === 3) resolve();
    });
  });
  socket.close(4000, 'enough');
  log.push(socket.readyState, socket.binaryType, socket.url.endsWith('again'));
  return log;
}
