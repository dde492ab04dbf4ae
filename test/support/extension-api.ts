import { readFileSync } from 'node:fs';

type Messages = Record<string, { message: string }>;

type Changes = Record<string, { newValue: unknown }>;

const messages: Messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8'));

const stored = new Map<string, unknown>();
const listeners = new Set<(changes: Changes, area: string) => void>();

const getMessage = (key: string, details: readonly string[] | string = []) =>
  (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => [details].flat()[Number(n) - 1] ?? '');

/** What the panel asks of the browser, where there is none: the words of the English locale, and a storage. */
const browser = {
  runtime: { id: 'unit' },
  i18n: { getMessage },
  storage: {
    local: {
      get: async (name: string) => (stored.has(name) ? { [name]: stored.get(name) } : {}),
      set: async (values: Record<string, unknown>) => {
        for (const [name, newValue] of Object.entries(values)) {
          stored.set(name, structuredClone(newValue));
          for (const listener of listeners) listener({ [name]: { newValue } }, 'local');
        }
      },
    },
    onChanged: {
      addListener: (listener: (changes: Changes, area: string) => void) => listeners.add(listener),
    },
  },
};

// The polyfill takes what is there already: import this file before what imports the polyfill.
Object.assign(globalThis, { browser, chrome: browser });

/** What the extension's storage has under a name. */
export const storedUnder = (name: string): unknown => stored.get(name);

/** Empties the extension's storage. */
export const clearStored = (): void => stored.clear();
