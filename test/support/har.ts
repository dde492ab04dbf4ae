import { Away, type HarPiece, type RowFilter, type Session, writeHar } from '#model';

/** The pieces of a session's HAR, none of whose payloads is on disk. */
export function harPieces(session: Session, includes?: RowFilter): HarPiece[] {
  const pieces = [...writeHar(session, includes)];
  return pieces.filter((piece) => {
    if (piece instanceof Away) throw new Error(`The payloads of pack ${piece.pack} are on disk`);
    return true;
  }) as HarPiece[];
}

/** Pieces in the order of the file. */
export function inOrder(pieces: Iterable<HarPiece>): string[] {
  const parts: string[][] = [];
  for (const { part, text } of pieces) {
    parts[part] ??= [];
    parts[part].push(text);
  }
  return parts.flat();
}

/** A session as the text of a HAR. */
export const harText = (session: Session, includes?: RowFilter): string =>
  inOrder(harPieces(session, includes)).join('');
