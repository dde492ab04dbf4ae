import type { Page } from 'puppeteer-core';

/** What a page received on one socket. */
export interface Received {
  readonly messages: number;
  /** UTF-16 units of all of them. */
  readonly units: number;
  /** From the first message to the last, in ms. */
  readonly time: number;
}

/** Receives until so many messages are there or so much time is over, reads every message, and closes. Runs in the page. */
const receive = (url: string, most: number, time: number) =>
  new Promise<Received>((done) => {
    const socket = new WebSocket(url);
    let messages = 0;
    let units = 0;
    let first = 0;
    socket.onmessage = ({ data }) => {
      const now = performance.now();
      first ||= now;
      units += data.length;
      if (++messages < most && now - first < time) return;
      socket.onmessage = null;
      socket.close();
      done({ messages, units, time: now - first });
    };
  });

/** Has a page receive; `time` in ms. */
export const receiveIn = (page: Page, url: string, most: number, time: number): Promise<Received> =>
  page.evaluate(receive, url, most, time);
