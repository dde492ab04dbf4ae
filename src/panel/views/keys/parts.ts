import { withoutPart, withPart } from '#panel/settings/layout.ts';
import { settings } from '#panel/settings/settings.ts';

/** What is read or moved through in the details; where there is nothing of the kind, the page that they show. */
const payload = ['.tab-panel :is([tabindex="0"], .cm-content)', '.tab-panel'];

interface Part {
  readonly of: string;
  /** What in it has the focus first: the first of these that there is. */
  readonly first: readonly string[];
}

/** The parts of the panel in their order. */
const parts: readonly Part[] = [
  { of: '.toolbar', first: ['input[type=search]'] },
  { of: '.timeline', first: ['[role=listbox]', '[tabindex="0"]', 'button'] },
  { of: '.messages', first: ['[role=grid]'] },
  { of: '.details', first: payload },
  { of: '.drawer', first: ['[role=textbox]', 'select'] },
];

/** Leads to the next part that is there, or to the one before. */
export function stepThroughParts(by: 1 | -1): void {
  const there = parts.filter(({ of }) => document.querySelector(of)?.checkVisibility());
  const at = there.findIndex(({ of }) => document.querySelector(of)?.contains(document.activeElement));
  const next = there.at((at < 0 && by < 0 ? 0 : at + by) % there.length);
  if (next) focusFirst(next);
}

/** Leads into the payload of the selected row. */
export function enterPayload(): void {
  const layout = withPart(settings.layout.value, 'details');
  const isThere = document.querySelector('.details')?.checkVisibility();
  settings.layout.value = isThere ? layout : withoutPart(layout, 'drawer');
  // What was folded is there in the next frame.
  requestAnimationFrame(focusPayload);
}

/** Gives the focus to what is read of a payload. */
export const focusPayload = (): void => focusFirst({ of: '.details', first: payload });

/** Gives the focus to the table of messages. */
export const focusTable = (): void => focusFirst({ of: '.messages', first: ['[role=grid]'] });

function focusFirst({ of, first }: Part): void {
  const part = document.querySelector(of);
  const found = first.map((selector) => part?.querySelector<HTMLElement>(selector));
  found.find((element) => element?.checkVisibility())?.focus();
}
