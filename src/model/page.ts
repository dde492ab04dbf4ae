import type { DocumentRecord } from './socket.ts';

/**
 * The page that a document is in: itself, or the newest that is no younger. `undefined` where that is not known,
 * as of workers.
 */
export function pageOf(
  documents: readonly DocumentRecord[],
  document: DocumentRecord,
): DocumentRecord | undefined {
  if (document.top) return document;
  let page: DocumentRecord | undefined;
  for (const other of documents) {
    if (other.top && other.origin <= document.origin && other.origin >= (page?.origin ?? 0)) page = other;
  }
  return page;
}
