import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { figures, recorded, rows, sockets } from '#support/panel.ts';
import { closeDialog, openSettings, setField } from '#support/settings.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

describe.each(['chromium', 'firefox'] as const)('a page that goes to another, in %s', (name) => {
  const stage = useStage(name);
  let panel: Page;

  const visit = (greet: string) =>
    stage.page.goto(
      stage.server.page(`<title>${greet}</title><script>
      new WebSocket('${stage.server.wsUrl}/?greet=${greet}');
    </script>`),
    );
  const preserveLog = async () => {
    await openSettings(panel);
    await setField(panel, 'Preserve log');
    await closeDialog(panel);
  };

  beforeAll(async () => {
    await visit('first');
    panel = await stage.browser.openPanelTab(stage.page);
    await panel.setViewport({ width: 1200, height: 800 });
    await recorded(panel, 1);
  });

  it('leaves what was recorded, and a line where the other begins that says which it is', async () => {
    await visit('second');
    await recorded(panel, 2);
    const lines = (await rows(panel)).map((cells) => cells.at(-1) ?? '');
    const at = lines.findIndex((line) => line.includes(`Navigated to ${stage.page.url()}`));
    expect(lines.slice(0, at).join('\n')).toContain('first');
    expect(lines.slice(at).join('\n')).toContain('second');
    expect(lines.filter((line) => line.includes('Navigated to'))).toHaveLength(1);
  });

  it('leaves nothing where the log is not to be preserved', async () => {
    await preserveLog();
    await visit('third');
    await until('the third page alone', async () => {
      const { messages, sockets } = await figures(panel);
      return messages === 1 && sockets === 1;
    });
    await until('nothing of the others', async () => {
      const told = [await rows(panel), await sockets(panel)];
      return told.every((part) => /third/.test(part.join()) && !/first|second/.test(part.join()));
    });
    await preserveLog();
  });
});
