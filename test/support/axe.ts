import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe finds serious or critical in the page as it is: each rule, with the elements that break it. */
export async function seriousIn(page: Page): Promise<string[][]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as { violations: readonly Violation[] };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, ...nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`)]);
}
