/** What a session is and means: pure, so that it runs in the panel, in a Worker and in Node. */
export { Column } from './column.ts';
export { HarError, type HarErrorKey } from './har/error.ts';
export { HAR_LIMIT } from './har/parse.ts';
export { readHar } from './har/read.ts';
export { type HarPiece, type RowFilter, writeHar } from './har/write.ts';
export { NetworkLog } from './network/log.ts';
export { type HandshakeKey, handshakeKey } from './network/status.ts';
export { Away } from './packs/away.ts';
export type { Pack } from './packs/packs.ts';
export type { Load } from './packs/payloads.ts';
export { hasPast, pageOf } from './page.ts';
export { fromBase64, toBase64 } from './payload/base64.ts';
export { type CloseCodeKey, closeCodeKey } from './payload/close-code.ts';
export { type CopyFormat, type CopyTarget, copyAs, copyFormats } from './payload/copy.ts';
export { copyInParts } from './payload/copy-parts.ts';
export { byteLength, type Data, utf8Length } from './payload/data.ts';
export {
  HEX_ROW,
  type HexErrorKey,
  type HexRow,
  hexBytes,
  hexDump,
  type ParsedHex,
  parseHex,
} from './payload/hex.ts';
export { imageType } from './payload/image.ts';
export {
  byteParts,
  decodedParts,
  type Stretch,
  utf8TextInSteps,
  wireBytesInSteps,
} from './payload/in-steps.ts';
export { type Inspected, inspectBytes } from './payload/inspect.ts';
export { finish, type JsonFault, scanJson } from './payload/json.ts';
export { jsonLines } from './payload/json-lines.ts';
export { JsonOutline, type OutlineLine } from './payload/json-outline.ts';
export { type JsonTree, readJsonTree } from './payload/json-tree.ts';
export { prettyJson, prettyJsonInSteps } from './payload/pretty.ts';
export { preview, rowPreview } from './payload/preview.ts';
export { exactText, latin1Text, utf8Text } from './payload/text.ts';
export { visible } from './payload/visible.ts';
export { type SortKey, sortKeys } from './query/compare.ts';
export type { QueryError, QueryErrorKey } from './query/fault.ts';
export type { Listing } from './query/listing.ts';
export { type Conjunct, narrows } from './query/narrow.ts';
export { parseQuery, type Query } from './query/parse.ts';
export { Result, type RowTest, type Start } from './query/result.ts';
export { type Sort, Sorted } from './query/sorted.ts';
export { type Suggestion, suggest } from './query/suggest.ts';
export { type Direction, isMessage, type Kind, type Row, type RowType, rowTypes } from './row.ts';
export type { NewRow, Rows } from './rows.ts';
export { Session } from './session.ts';
export { previousOfShape } from './shape.ts';
export * from './socket.ts';
