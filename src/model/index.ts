/** What a session is and means: pure, so that it runs in the panel, in a Worker and in Node. */
export { HarError, type HarErrorKey } from './har/error.ts';
export { HAR_LIMIT } from './har/parse.ts';
export { readHar } from './har/read.ts';
export { type RowFilter, writeHar } from './har/write.ts';
export { fromBase64, toBase64 } from './payload/base64.ts';
export { byteLength, type Data, utf8Length } from './payload/data.ts';
export { prettyJson } from './payload/pretty.ts';
export { type Direction, isMessage, type Kind, type Row, type RowType, rowTypes } from './row.ts';
export type { NewRow, Rows } from './rows.ts';
export { Session } from './session.ts';
export * from './socket.ts';
