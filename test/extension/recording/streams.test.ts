import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { compose, recorded, rows, sockets, states } from '#support/panel.ts';
import type { Server } from '#support/server.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

/** A page with a WebSocketStream to a server that echoes; `heard` is what it got. */
const speaking = (server: Server) =>
  server.page(`<script>
    const stream = new WebSocketStream('${server.wsUrl}/?echo');
    const heard = [];
    let writer;
    const text = (chunk) => (typeof chunk === 'string' ? chunk : String(new Uint8Array(chunk)));
    const gather = async (readable) => { for await (const chunk of readable) heard.push(text(chunk)); };
    const listed = (...chunks) => new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk);
        controller.close();
      },
    });
  </script>`);

/** Ways in which a page moves chunks; each ends when as many are under way as it names. */
const ways = {
  'readers and writers': `async ({ readable, writable }) => {
    const [reader, writer] = [readable.getReader(), writable.getWriter()];
    for (const data of ['over', new Uint8Array([1, 2, 3]), 5]) {
      await writer.write(data);
      heard.push(text((await reader.read()).value));
    }
  }`,
  iteration: `async ({ readable, writable }) => {
    void gather(readable);
    const writer = writable.getWriter();
    for (const data of ['over', new Uint8Array([1, 2, 3]), { toString: () => '5' }]) void writer.write(data);
  }`,
  pipes: `async ({ readable, writable }) => {
    void readable.pipeTo(new WritableStream({ write: (chunk) => void heard.push(text(chunk)) }));
    await listed('over', new Uint8Array([1, 2, 3]).buffer, 5).pipeTo(writable, { preventClose: true });
  }`,
  tee: `async ({ readable, writable }) => {
    const [one, other] = readable.tee();
    void gather(one.pipeThrough(new TransformStream()));
    void other.cancel();
    await listed('over', new Uint8Array([1, 2, 3]), 5).pipeTo(writable, { preventClose: true });
  }`,
};

describe('a WebSocketStream', () => {
  const stage = useStage();
  let panel: Page;

  /** Opens a page that speaks with its server in a way, and the panel. */
  async function speak(way: string): Promise<void> {
    const { browser, page, server } = stage;
    await page.goto(speaking(server));
    await page.evaluate(`stream.opened.then(${way}), undefined`);
    panel = await browser.openPanelTab(page);
  }
  const hears = (text: string) => stage.page.waitForFunction(`heard.includes(${JSON.stringify(text)})`);
  /** Texts of the rows that have one. */
  const texts = async (text: string) =>
    (await rows(panel)).map((cells) => cells.at(-1)).filter((cell) => cell?.includes(text));

  afterEach(() => panel.close());

  it.each(Object.entries(ways))(
    'is one more kind of socket, with all that goes both ways by %s',
    async (_, way) => {
      await speak(way);
      await hears('5');
      expect(await recorded(panel, 6)).toMatchObject({ messages: 6, sockets: 1, lost: 0 });
      expect(await stage.page.evaluate('heard')).toEqual(['over', '1,2,3', '5']);
      await until('its kind', async () => (await sockets(panel))[0]?.includes('WebSocketStream'));
      await until('what was sent and came back', async () => (await texts('over')).length === 2);
      await until(
        'the number',
        async () => (await rows(panel)).filter((cells) => cells.at(-1) === '5').length === 2,
      );
    },
  );

  it('can be taken part in', async () => {
    await speak(ways.iteration);
    await hears('5');
    await recorded(panel, 6);
    expect(await compose(panel, 'text', 'from the panel', 'Send to server')).toMatch(/sent/i);
    await hears('from the panel');
    await compose(panel, 'hex', '00 ff', 'Inject into page');
    await hears('0,255');
    await compose(panel, 'text', 'made up', 'Inject into page');
    await hears('made up');
    expect(await recorded(panel, 10)).toMatchObject({ messages: 10, lost: 0 });
    await until('what was sent and came back', async () => (await texts('from the panel')).length === 2);
    await until('what never came', async () => (await texts('made up')).length === 1);
  });

  it.each([
    ['itself', `stream.close({ closeCode: 4002, reason: 'enough' })`, '4002'],
    ['its writer', 'writer.close()', '1005'],
  ])('is closed by the page, by %s', async (_, close, code) => {
    await speak(
      `async ({ readable, writable }) => { void gather(readable); writer = writable.getWriter(); }`,
    );
    await until('the socket', async () => (await states(panel)).join() === 'open');
    await stage.page.evaluate(`${close}, undefined`);
    await until('the close', async () => (await sockets(panel)).some((text) => text.includes(code)));
    await until('who closed it', async () =>
      (await rows(panel)).some((cells) => cells.join().includes('Page called close(')),
    );
  });

  it('is shown where its handshake was refused', async () => {
    await speak(ways.iteration);
    await stage.page.evaluate(`new WebSocketStream('${stage.server.wsUrl}/?reject=403'), undefined`);
    await until('the refused one', async () => (await sockets(panel)).some((text) => text.includes('1006')));
  });

  it('leaves it to the page to handle what fails', async () => {
    await speak(`async ({ readable, writable }) => {
      addEventListener('unhandledrejection', ({ reason }) => heard.push(reason.name));
      void readable.getReader().read();
      stream.close();
    }`);
    await stage.page.evaluate(`stream.opened.then(({ readable }) => readable.cancel()), undefined`);
    await hears('TypeError');
  });
});
