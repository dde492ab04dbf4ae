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

/** The page that is there now, if one is. */
export const currentPage = (documents: readonly DocumentRecord[]): DocumentRecord | undefined =>
  documents.findLast(({ top, gone }) => top && gone === undefined);

/** Whether there are documents of pages that are gone, while another page is there. */
export function hasPast(documents: readonly DocumentRecord[]): boolean {
  const page = currentPage(documents);
  const isPast = (document: DocumentRecord) =>
    document.gone !== undefined && pageOf(documents, document) !== page;
  return page !== undefined && documents.some(isPast);
}
