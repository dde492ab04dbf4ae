import type { Page } from 'puppeteer-core';
import type { Scope } from '#support/browser.ts';
import { type Chromium, launchChromium } from '#support/chromium.ts';
import { figures, press, recorded } from '#support/panel.ts';
import { launchForBench } from '../launch.ts';
import { type Meter, meter } from '../meter.ts';

/** One of the things that are measured beside one another: a page, and what is watching it. */
export interface Arm {
  readonly page: Page;
  readonly meter: Meter;
  /** The panel that records the page. */
  readonly panel?: Scope;
  /** Whether the page has one more listener, an empty one. */
  readonly listener?: boolean;
}

export interface Arms {
  readonly bare: Arm;
  readonly listener: Arm;
  readonly closed: Arm;
  readonly window: Arm;
  readonly devTools: Arm;
  readonly panelInDevTools: Arm;
  close(): Promise<void>;
}

/** A page in a window of its own, so that it is not in the background, where timers are slow. */
async function newPage({ browser }: Chromium, url: string): Promise<Pick<Arm, 'page' | 'meter'>> {
  const page = await browser.newPage({ type: 'window' });
  await page.goto(url);
  return { page, meter: await meter(page) };
}

/** @param url of an empty page */
export async function openArms(url: string): Promise<Arms> {
  const bare = await launchChromium({ extension: false });
  const extended = await launchForBench();
  const [watched, inspected, inspectedByUs] = [
    await newPage(extended, url),
    await newPage(bare, url),
    await newPage(extended, url),
  ];
  await inspected.page.openDevTools();
  return {
    bare: await newPage(bare, url),
    listener: { ...(await newPage(bare, url)), listener: true },
    closed: await newPage(extended, url),
    window: { ...watched, panel: await extended.openPanelTab(watched.page) },
    devTools: inspected,
    panelInDevTools: { ...inspectedByUs, panel: await extended.openDevToolsPanel(inspectedByUs.page) },
    close: async () => {
      await Promise.all([bare.close(), extended.close()]);
    },
  };
}

/** Empties the panel, and gives a wait for as many messages as are named. */
export async function emptied(panel: Scope): Promise<(messages: number) => Promise<unknown>> {
  await press(panel, 'Clear');
  const { messages: left } = await figures(panel);
  return (messages) => recorded(panel, left + messages, 60_000);
}
