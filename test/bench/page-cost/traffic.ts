import type { Page } from 'puppeteer-core';

/** Messages of one kind, one way. */
export interface Traffic {
  readonly name: string;
  readonly way: 'receive' | 'send';
  /** How many messages make a round. */
  readonly count: number;
  /** Of each, in bytes. */
  readonly size: number;
  readonly binary: boolean;
}

/** Receives what the server sends, reads every message, and closes. Runs in the page. */
const receive = (url: string, count: number, listener: boolean) =>
  new Promise<number>((done) => {
    const socket = new WebSocket(url);
    socket.binaryType = 'arraybuffer';
    let messages = 0;
    let read = 0;
    if (listener) socket.addEventListener('message', () => undefined);
    socket.onmessage = ({ data }) => {
      read += typeof data === 'string' ? data.length : data.byteLength;
      if (++messages < count) return;
      socket.close();
      done(read);
    };
  });

/** Sends in portions, as the socket drains, and closes. Runs in the page. */
const send = (url: string, count: number, size: number, binary: boolean) =>
  new Promise<void>((done) => {
    const socket = new WebSocket(url);
    const data = binary ? new ArrayBuffer(size) : 'x'.repeat(size);
    let sent = 0;
    const drained = () => {
      if (socket.bufferedAmount > 0) setTimeout(drained, 5);
      else if (sent < count) portion();
      else {
        socket.close();
        done();
      }
    };
    const portion = () => {
      for (let i = 0; i < 500 && sent < count; i++, sent++) socket.send(data);
      setTimeout(drained, 5);
    };
    socket.onopen = portion;
  });

/**
 * Has a page send or receive; resolves when it is through.
 * @param wsUrl of the server
 * @param listener whether the page has one more listener, an empty one
 */
export async function exchange(
  page: Page,
  wsUrl: string,
  { way, count, size, binary }: Traffic,
  listener: boolean,
): Promise<void> {
  if (way === 'send') await page.evaluate(send, `${wsUrl}/`, count, size, binary);
  else {
    const query = `burst=${count}&size=${size}${binary ? '&binary' : ''}`;
    await page.evaluate(receive, `${wsUrl}/?${query}`, count, listener);
  }
}
