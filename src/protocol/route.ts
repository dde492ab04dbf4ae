import { isRecord } from './record.ts';

/**
 * What a panel asks of the background by the name of a port, where it cannot reach a tab by itself: a port to one
 * document, or (without a document) a roll call in the tab, answered by one `Access` on the port.
 */
export interface Route {
  readonly tabId: number;
  readonly document?: {
    readonly documentId: string;
    /** Name of the panel's reader. */
    readonly reader: string;
  };
}

/** How a panel stands to a tab: it records it, or why it cannot. */
export type Access = 'live' | 'reload' | 'withheld' | 'closed';

const accesses: readonly unknown[] = ['live', 'reload', 'withheld', 'closed'] satisfies Access[];

export const isAccess = (value: unknown): value is Access => accesses.includes(value);

/** The route that the name of a port spells out; `undefined` where it spells none. */
export function readRoute(name: string): Route | undefined {
  const value: unknown = JSON.parse(name);
  if (!isRecord(value) || !Number.isInteger(value.tabId)) return undefined;
  const tabId = value.tabId as number;
  const { document } = value;
  if (document === undefined) return { tabId };
  if (!isRecord(document)) return undefined;
  const { documentId, reader } = document;
  if (typeof documentId !== 'string' || typeof reader !== 'string') return undefined;
  return { tabId, document: { documentId, reader } };
}
