import { isRecord } from './record.ts';

/** What a panel asks of the background, where it cannot reach a tab by itself: the name of a port spells it out. */
export type Route =
  /** Have the documents of the tab announce themselves; answered by an `Access`, once the page is there to be looked at. */
  | { readonly errand: 'roll-call'; readonly tabId: number; readonly loaded: boolean }
  /** Pass on what documents of the tab announce, as `Announced`, and each `TabChange`, for as long as the port lives. */
  | { readonly errand: 'tab'; readonly tabId: number }
  /** Be a port to the relay of that document. */
  | {
      readonly errand: 'document';
      readonly tabId: number;
      readonly documentId: string;
      /** Name of the panel's reader. */
      readonly reader: string;
    };

/** How a panel stands to a tab: it records it, or why it cannot. */
export type Access = 'live' | 'reload' | 'withheld' | 'closed';

const accesses: readonly unknown[] = ['live', 'reload', 'withheld', 'closed'] satisfies Access[];

/** Whether nothing of the page can be recorded. */
export const isOutOfReach = (access: Access | undefined): access is Exclude<Access, 'live'> =>
  access !== undefined && access !== 'live';

export const isAccess = (value: unknown): value is Access => accesses.includes(value);

/** The tab goes to another page, or loads its own again; or all of a page has been loaded. */
export type TabChange = 'navigating' | 'loaded';

export const isTabChange = (value: unknown): value is TabChange =>
  value === 'navigating' || value === 'loaded';

/** What a change of a tab, as browsers tell of it, is to the page in it. */
export const tabChange = ({ status, url }: Changes): TabChange | undefined =>
  status === 'complete' ? 'loaded' : status === 'loading' || url !== undefined ? 'navigating' : undefined;

interface Changes {
  readonly status?: string | undefined;
  readonly url?: string | undefined;
}

/** A document that announced itself, as the browser identifies it. */
export interface Announced {
  readonly documentId: string;
  readonly url: string;
  /** Whether it is the page itself, and not in a frame of it. */
  readonly top: boolean;
  /** What of its window could not be patched, as code; empty where all was. */
  readonly missed: string;
  /** A batch with what it says last, still to be read. */
  readonly batch?: unknown;
}

export const isAnnounced = (value: unknown): value is Announced =>
  isRecord(value) &&
  typeof value.documentId === 'string' &&
  typeof value.url === 'string' &&
  typeof value.top === 'boolean' &&
  typeof value.missed === 'string';

const isRoute = (value: unknown): value is Route => {
  if (!isRecord(value) || !Number.isInteger(value.tabId)) return false;
  if (value.errand === 'tab') return true;
  if (value.errand === 'roll-call') return typeof value.loaded === 'boolean';
  return (
    value.errand === 'document' && typeof value.documentId === 'string' && typeof value.reader === 'string'
  );
};

/** The route that the name of a port spells out; `undefined` where it spells none. */
export function readRoute(name: string): Route | undefined {
  const value: unknown = JSON.parse(name);
  return isRoute(value) ? value : undefined;
}
