/** What a session is and means: pure, so that it runs in the panel, in a Worker and in Node. */
export { byteLength, type Data, utf8Length } from './payload/data.ts';
export { type Direction, isMessage, type Kind, type Row, type RowType, rowTypes } from './row.ts';
export type { NewRow, Rows } from './rows.ts';
export { Session } from './session.ts';
export * from './socket.ts';
