import type { Probes } from '../probe.ts';

/** Runs in a worker: what its WebSocket looks like, and what comes back from a server that echoes. */
async function inWorker(url: string): Promise<unknown> {
  const socket = new WebSocket(`${url}/?echo`);
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  socket.send('x');
  const { data } = await new Promise<MessageEvent>((resolve) => socket.addEventListener('message', resolve));
  socket.close();
  return [
    data,
    Object.getOwnPropertyNames(WebSocket),
    Object.getOwnPropertyNames(WebSocket.prototype),
    [WebSocket, WebSocket.prototype.send, Function.prototype.toString].map(String),
    Reflect.ownKeys(socket),
  ];
}

/** Runs a function in a worker that a page makes of its source. */
const askWorker = (url: string) =>
  new Promise<unknown>((resolve, reject) => {
    const source = `(${inWorker})(${JSON.stringify(url)}).then(postMessage)`;
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve(data);
    };
  });

/** Workers, which the hook does not reach, must not notice it either. */
export const workerProbes: Probes = {
  'a worker of the page has a WebSocket of its own': askWorker,
  'a worker that is closing still makes sockets': (url) =>
    new Promise((resolve) => {
      const source = `close(); const socket = new WebSocket('${url}'); const first = socket.readyState; socket.close(); postMessage([first, socket.readyState])`;
      const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
      worker.onmessage = ({ data }) => resolve(data);
    }),
};
