import { parseQuery, type Session } from '#model';

/** The rows of a session that pass a query, by index. */
export function passing(text: string, session: Session): number[] {
  const query = parseQuery(text);
  if (!query.ok) throw new Error(`${text}: ${query.error.key}`);
  return Array.from({ length: session.rows.length }, (_, row) => row).filter((row) =>
    query.test(session, row),
  );
}
