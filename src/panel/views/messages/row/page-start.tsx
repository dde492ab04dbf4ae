import { everySocket, pageOf, preview, type Row, type Session } from '#model';
import { say } from '#panel/words.ts';
import './page-start.css';

/** The URL of the page that begins with a row, `previous` being the one before it; `undefined` where none does. */
export function pageStart(session: Session, row: Row, previous: number | undefined): string | undefined {
  const before = session.sockets[previous === undefined ? -1 : session.rows.socketIndex(previous)];
  if (!before || row.socket === everySocket || before.document === row.socket.document) return undefined;
  const page = pageOf(session.documents, row.socket.document);
  return page === pageOf(session.documents, before.document) ? undefined : page?.url;
}

/** Says which page begins here. */
export const pageStartOf = (url: string) => (
  <bdi class="badge page-url" title={preview(url, 4000)}>
    {say('newPage', preview(url, 300))}
  </bdi>
);
