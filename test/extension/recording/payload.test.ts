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

/** What is sent, as the page makes it; the hash of what is on record, and of what the server sends back. */
const forms = {
  'ASCII text': { made: `numbered('${ascii}')`, sent: sha256(numbered(ascii)) },
  'text in other scripts': { made: `numbered('${foreign}')`, sent: sha256(numbered(foreign)) },
  'text with a lone surrogate': {
    made: `'\\ud800' + numbered('${ascii}').slice(1)`,
    sent: sha256(`\ud800${rest}`),
    back: sha256(`\ufffd${rest}`),
  },
  'an ArrayBuffer': { made: `new TextEncoder().encode(numbered('${foreign}')).buffer`, sent: bytes },
  'a Blob': { made: `new Blob([numbered('${foreign}')])`, sent: bytes },
};

describe.each(['chromium', 'firefox'] as const)('a message of 64 MiB in %s', (name) => {
  const stage = useStage(name);

  it.each(Object.entries(forms))(
    'arrives whole, sent and received: %s',
    async (form, { made, sent, ...other }) => {
      await stage.page.goto(
        stage.server.page(`<script>
        const numbered = ${numbered};
        const socket = new WebSocket('${stage.server.wsUrl}/?echo');
        socket.binaryType = '${form === 'a Blob' ? 'blob' : 'arraybuffer'}';
      </script>`),
      );
      await stage.page.waitForFunction('socket.readyState === 1');
      const panel = await stage.browser.openPanelTab(stage.page);
      await until('the socket in the panel', async () => (await figures(panel)).sockets === 1);
      await stage.page.evaluate(`socket.send(${made})`);
      expect(await recorded(panel, 2, 80_000)).toMatchObject({ messages: 2, lost: 0 });
      expect(await exported(panel)).toMatchObject([
        { type: 'send', sha256: sent },
        { type: 'receive', sha256: 'back' in other ? other.back : sent },
      ]);
      await panel.close();
    },
  );
});
