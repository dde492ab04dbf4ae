import { io } from 'socket.io-client';

/** Text, objects and bytes with answers, then a disconnect. The server answers with what it was told. */
export async function socketIo(url: string): Promise<unknown[]> {
  const log: unknown[] = [];
  const socket = io(url.replace('ws', 'http'), { transports: ['websocket'], forceNew: true });
  socket.on('disconnect', (reason) => log.push(['disconnect', reason]));
  await new Promise<void>((resolve) => socket.on('connect', resolve));
  log.push(socket.io.engine.transport.name);
  log.push(await socket.emitWithAck('text', 'hello', { deep: ['é', null] }));
  const bytes: ArrayBuffer = await socket.emitWithAck('bytes', new Uint8Array([1, 2, 3]));
  const text: string = await socket.emitWithAck('long', 'x'.repeat(200_000));
  log.push([...new Uint8Array(bytes)], text.length);
  socket.disconnect();
  return log;
}
