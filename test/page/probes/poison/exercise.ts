import { Log } from './spy.ts';

const NativePromise = Promise;
const NativeUint8Array = Uint8Array;
const NativeBlob = Blob;
const longText = 'long '.repeat(5000);
const part = new Uint8Array(new ArrayBuffer(8), 2, 3);

/**
 * Uses a socket in every way, by syntax alone, while what is built in may be poisoned, and long enough for a panel that
 * watches to be told of it. Gives how many messages arrived, and the code of the close.
 */
export function exercise(url: string): Promise<string> {
  return new NativePromise((resolve) => {
    let left = 29;
    const socket = new WebSocket(`${url}/?echo&burst=20&rate=100`, 'a');
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      socket.send('text');
      socket.send(new NativeUint8Array(3));
      socket.send(part);
      socket.send(new NativeBlob());
      socket.send(longText);
      socket.send(new NativeUint8Array(70_000));
      socket.send({ toString: () => 'object' } as never);
      socket.binaryType = 'blob';
      socket.send(new NativeUint8Array(2));
      socket.send('end');
    };
    socket.onmessage = () => {
      if (--left === 0) socket.close(4000, 'bye');
    };
    socket.onclose = ({ code }) => resolve(`${left} left, ${code}`);
  });
}

/** What is called while a socket is used, after a function has poisoned what is built in. */
export async function calledAfter(url: string, poison: (log: Log) => void): Promise<string[]> {
  const log = new Log();
  poison(log);
  const heard = await exercise(url);
  return [heard, log.text];
}
