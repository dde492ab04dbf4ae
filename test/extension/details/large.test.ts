import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { DETAILS, panelOf, pasted, selectSent, showTab } from '#support/details.ts';
import { cancelWork, said, told } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

const MEGABYTES = 12;

describe('the details of a message of many megabytes', () => {
  const stage = useStage();
  let panel: Page;

  beforeAll(async () => {
    const bytes = `Uint8Array.from({ length: ${MEGABYTES}_000_000 }, (_, at) => at * 7)`;
    panel = await panelOf(stage, [bytes]);
    await selectSent(panel, 0);
  });

  /** Chooses a form to copy it in. */
  const copyAs = async (form: string) => {
    await panel.locator(`${DETAILS} [aria-haspopup=menu]`).click();
    await panel.locator(`[role=menuitem] ::-p-text(${form})`).click();
  };

  it('show each view, and answer meanwhile', async () => {
    for (const [view, sign] of [
      ['base64', '.cm-line'],
      ['text', '.cm-line'],
      ['hex', '.hex-row'],
    ] as const) {
      await showTab(panel, view);
      await panel.waitForSelector(sign);
    }
    expect(await panel.$eval('[role=grid].hex', ({ ariaRowCount }) => Number(ariaRowCount))).toBeGreaterThan(
      700_000,
    );
  });

  it('are copied in sight of the person, who can stop it', async () => {
    const [cancelled] = await Promise.all([cancelWork(panel), copyAs('Hex')]);
    expect(cancelled).toContain('Copying as Hex');
    await until('the end of it', async () => (await panel.$('.works progress')) === null);
    expect((await said(panel)).trim()).toBe('');
  });

  it('are copied whole', async () => {
    await Promise.all([panel.waitForSelector('.works progress[value]'), copyAs('Base64')]);
    await told(panel, /Copied/);
    expect((await pasted(panel)).length).toBe(Math.ceil((MEGABYTES * 1e6) / 3) * 4);
  });
});
