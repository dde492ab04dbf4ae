import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { type Server, type SocketHandler, startServer } from '#support/server.ts';
import { bundle } from './bundle.ts';

/** What came of a probe, as text. A probe that threw, or said nothing, is a broken probe. */
export interface Answer {
  readonly name: string;
  readonly result?: string;
  readonly failure?: string;
}

/** Tells a client the headers of its own handshake, less what is random in them. */
const tellHandshake: SocketHandler = (socket, { url, headers }) => {
  const { 'sec-websocket-key': _, ...rest } = headers;
  socket.send(JSON.stringify({ url, rest }));
};

/** Starts a server with a document that runs the probe after `#`. */
export async function startProbeServer(): Promise<Server> {
  const server = await startServer({
    sockets: { '/handshake': tellHandshake, '/handshake/cookies': tellHandshake },
  });
  const script = await bundle(fileURLToPath(new URL('./probes/run.ts', import.meta.url)));
  server.page(script, { path: '/probes.js' });
  server.page('<!doctype html><title>Probe</title><body><script src="/probes.js"></script>', {
    path: '/probe',
  });
  server.page('<!doctype html><title>Probes</title>', { path: '/probes' });
  return server;
}

/** Runs each probe in a document of its own, some at a time. Runs in the page; `patience` in ms. */
async function runInFrames(names: readonly string[], atOnce: number, patience: number): Promise<Answer[]> {
  const runOne = (name: string) =>
    new Promise<Answer>((resolve) => {
      const frame = document.createElement('iframe');
      const answer = (given: Answer) => {
        removeEventListener('message', listen);
        clearTimeout(timer);
        frame.remove();
        resolve(given);
      };
      const listen = ({ source, data }: MessageEvent<Answer>) =>
        source === frame.contentWindow && answer(data);
      const timer = setTimeout(() => answer({ name, failure: `no answer for ${patience} ms` }), patience);
      addEventListener('message', listen);
      frame.src = `/probe#${encodeURIComponent(name)}`;
      document.body.append(frame);
    });
  const answers: Answer[] = [];
  let nextOne = 0;
  const runSome = async () => {
    for (let name = names[nextOne++]; name !== undefined; name = names[nextOne++])
      answers.push(await runOne(name));
  };
  await Promise.all(Array.from({ length: atOnce }, runSome));
  return answers;
}

/** Runs probes in a page of the server, and gives their answers by name. */
export async function runProbes(
  page: Page,
  server: Server,
  names: readonly string[],
): Promise<Map<string, Answer>> {
  await page.goto(`${server.url}/probes`);
  const answers = await page.evaluate(runInFrames, names, 8, 20_000);
  return new Map(answers.map((answer) => [answer.name, answer]));
}
