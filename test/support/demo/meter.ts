import type { WebSocket } from 'ws';

const samples = 32;

/** A reading: its number (uint32), then samples (float32), all little endian. */
function reading(number: number): Buffer {
  const bytes = Buffer.alloc(4 + samples * 4);
  bytes.writeUInt32LE(number);
  for (let index = 0; index < samples; index++) {
    const t = (number * samples + index) / 40;
    bytes.writeFloatLE(
      Math.sin(t) * 0.6 + Math.sin(t * 3.7) * 0.25 + (Math.random() - 0.5) * 0.1,
      4 + index * 4,
    );
  }
  return bytes;
}

/** A meter that sends its readings as bytes. */
export function serveMeter(socket: WebSocket): void {
  let number = 0;
  const metering = setInterval(() => socket.send(reading(number++)), 300);
  socket.on('close', () => clearInterval(metering));
}
