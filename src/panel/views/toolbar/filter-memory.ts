import { isRecord } from '#protocol';

/** Filters that a person used lately, the last one first, and those that were saved. */
export interface FilterMemory {
  readonly recent: readonly string[];
  readonly saved: readonly string[];
}

export const noFilters: FilterMemory = { recent: [], saved: [] };

/** How many of the filters used lately are kept. */
const RECENT = 10;

/** Reads what the storage has; `undefined` where it is none. */
export function readMemory(stored: unknown): FilterMemory | undefined {
  if (!isRecord(stored)) return undefined;
  const { recent, saved } = stored;
  return areTexts(recent) && areTexts(saved) ? { recent, saved } : undefined;
}

const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

const without = (texts: readonly string[], text: string) => texts.filter((each) => each !== text);

/** With a filter among those used lately, unless it is empty or saved. */
export function remember(memory: FilterMemory, filter: string): FilterMemory {
  const text = filter.trim();
  if (text === '' || memory.saved.includes(text)) return memory;
  return { ...memory, recent: [text, ...without(memory.recent, text)].slice(0, RECENT) };
}

/** With a filter saved, or no more where it was. */
export function toggleSaved(memory: FilterMemory, filter: string): FilterMemory {
  const text = filter.trim();
  if (memory.saved.includes(text)) return { ...memory, saved: without(memory.saved, text) };
  return { recent: without(memory.recent, text), saved: [...memory.saved, text] };
}

/** Without a filter, wherever it was kept. */
export const forget = ({ recent, saved }: FilterMemory, text: string): FilterMemory => ({
  recent: without(recent, text),
  saved: without(saved, text),
});
