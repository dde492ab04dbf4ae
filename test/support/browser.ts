import type { Browser, Frame, Page } from 'puppeteer-core';

/** Where functions can be run: a page, a frame, or a panel inside the browser's own developer tools. */
export type Scope = Pick<Frame, 'evaluate'>;

/** A real browser with a profile of its own that is thrown away, with the extension unless it was left out. */
export interface TestBrowser {
  readonly name: 'chromium' | 'firefox';
  readonly browser: Browser;
  /** Where the extension's own pages are, without a slash at the end. */
  readonly extensionUrl: string;
  /** A tab with nothing in it. */
  newPage(): Promise<Page>;
  /** The number by which extensions know the tab of a page. The page is in front afterwards. */
  tabId(page: Page): Promise<number>;
  /** The panel for a page, in a window of its own. */
  openPanelTab(page: Page): Promise<Page>;
  /** The panel for a page, inside the browser's own developer tools. */
  openDevToolsPanel(page: Page): Promise<Scope>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of the unpacked extension, otherwise the one that was built; `false` leaves the browser bare. */
  readonly extension?: string | false;
  /** Without a window; true unless it is said. */
  readonly headless?: boolean;
  /** Of the extension in Chromium, such as `fr`; without a window English, otherwise the person's own. */
  readonly language?: string;
}

/** The panel's page for a tab. */
export const panelUrl = (extensionUrl: string, tabId: number) =>
  `${extensionUrl}/src/panel/panel.html?tab=${tabId}`;
