import { closedBy, readHar, type SocketRecord, type Traffic } from '#model';

const heading = ['Socket', 'State', 'Sent', 'Received', 'Close'];

const trafficOf = ({ messages, bytes }: Traffic) => `${messages} (${bytes.toLocaleString('en')} B)`;

function closeOf(socket: SocketRecord): string {
  if (!socket.close) return '';
  const { code, reason } = socket.close;
  return [code, reason && `“${reason}”`, `by ${closedBy(socket) ?? 'unknown'}`].filter(Boolean).join(' ');
}

const rowOf = (socket: SocketRecord) => [
  socket.url,
  socket.state,
  trafficOf(socket.sent),
  trafficOf(socket.received),
  closeOf(socket),
];

/** What a recorded session holds, as a table: a line a socket. @param har the text of the file */
export function report(har: string): string {
  const rows = [heading, ...readHar(har).sockets.map(rowOf)];
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}
