import { describe, expect, it } from 'vitest';
import { exported, sha256 } from '#support/exported.ts';
import { figures, recorded } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

/** 64 MiB in UTF-8, of which no part can be lost, doubled or moved unseen; `filler` has 8 bytes. */
const numbered = (filler: string): string =>
  Array.from({ length: 64 }, (_, i) => String(i).padEnd(8) + filler.repeat(2 ** 17 - 1)).join('');

const ascii = '8 bytes.';
const foreign = 'жЖ\u{1f600}';
/** All of it after its first character, in whose place there may be another. */
const rest = numbered(ascii).slice(1);

const bytes = sha256(Buffer.from(numbered(foreign)));

interface Form {
  /** What is sent, as the page makes it. */
  readonly made: string;
  /** Of what is on record. */
  readonly sha256: string;
  /** Whether the server sends it back: what is received is taken up as what is sent, but for text and bytes. */
  readonly back?: boolean;
}

const forms: Readonly<Record<string, Form>> = {
  'ASCII text': { made: `numbered('${ascii}')`, sha256: sha256(numbered(ascii)) },
  'text in other scripts': {
    made: `numbered('${foreign}')`,
    sha256: sha256(numbered(foreign)),
    back: true,
  },
  'text with a lone surrogate': {
    made: `'\\ud800' + numbered('${ascii}').slice(1)`,
    sha256: sha256(`\ud800${rest}`),
  },
  'an ArrayBuffer': { made: `new TextEncoder().encode(numbered('${foreign}')).buffer`, sha256: bytes },
  'a Blob': { made: `new Blob([numbered('${foreign}')])`, sha256: bytes, back: true },
};

describe.each(['chromium', 'firefox'] as const)('a message of 64 MiB in %s', (name) => {
  const stage = useStage(name);

  it.each(Object.entries(forms))('arrives whole: %s', async (_, { made, sha256, back = false }) => {
    await stage.page.goto(
      stage.server.page(`<script>
        const numbered = ${numbered};
        const socket = new WebSocket('${stage.server.wsUrl}/${back ? '?echo' : ''}');
      </script>`),
    );
    await stage.page.waitForFunction('socket.readyState === 1');
    const panel = await stage.browser.openPanelTab(stage.page);
    await until('the socket in the panel', async () => (await figures(panel)).sockets === 1);
    await stage.page.evaluate(`socket.send(${made})`);
    const messages = back ? 2 : 1;
    expect(await recorded(panel, messages, 80_000)).toMatchObject({ messages, lost: 0 });
    const types = ['send', 'receive'].slice(0, messages);
    expect(await exported(panel)).toMatchObject(types.map((type) => ({ type, sha256 })));
    await panel.close();
  });
});
