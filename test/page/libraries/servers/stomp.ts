import type { SocketHandler } from '#support/server.ts';

interface StompFrame {
  readonly command: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** https://stomp.github.io/stomp-specification-1.2.html#STOMP_Frames; nothing for a heart-beat. */
function read(text: string): StompFrame | undefined {
  const [head = '', body = ''] = text.split('\n\n', 2);
  const [command, ...lines] = head.trim().split('\n');
  if (!command) return undefined;
  const headers = Object.fromEntries(lines.map((line) => line.split(':', 2)));
  return { command, headers, body: body.split('\0')[0] ?? '' };
}

const written = (command: string, headers: Readonly<Record<string, string>>, body = '') =>
  `${[command, ...Object.entries(headers).map(([name, value]) => `${name}:${value}`)].join('\n')}\n\n${body}\0`;

/** As much of a STOMP broker as brings messages back to the one who sent them. */
export const serveStomp: SocketHandler = (socket) => {
  const subscriptions = new Map<string, string>();
  const send = (...frame: Parameters<typeof written>) => socket.send(written(...frame));
  socket.on('message', (data) => {
    const frame = read(data.toString());
    if (!frame) return;
    const { command, headers, body } = frame;
    const { destination = '', id = '', receipt, ...rest } = headers;
    const subscription = subscriptions.get(destination);
    if (command === 'CONNECT') send('CONNECTED', { version: '1.2', 'heart-beat': '0,0' });
    if (command === 'SUBSCRIBE') subscriptions.set(destination, id);
    if (command === 'SEND' && subscription)
      send('MESSAGE', { ...rest, destination, subscription, 'message-id': '1' }, body);
    if (receipt) send('RECEIPT', { 'receipt-id': receipt });
    if (command === 'DISCONNECT') socket.close(1000);
  });
};
