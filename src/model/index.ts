/** What a session is and means: pure, so that it runs in the panel, in a Worker and in Node. */
export { Column } from './column.ts';
export type { Bytes } from './files/har/read/cursor.ts';
export { HarError, type HarErrorKey } from './files/har/read/error.ts';
export { type Beside, type Har, openHar, readHar } from './files/har/read/read.ts';
export { type Unpacked, unpack } from './files/har/unpack/unpack.ts';
export { type HarPiece, type RowFilter, writeHar } from './files/har/write/write.ts';
export { NetworkLog, type NetworkMemory } from './network/log.ts';
export { type HandshakeKey, handshakeKey } from './network/status.ts';
export { Away } from './packs/away.ts';
export type { Pack } from './packs/packs.ts';
export type { Load } from './packs/payloads.ts';
export { fromBase64, toBase64 } from './payload/bytes/base64.ts';
export {
  HEX_ROW,
  type HexErrorKey,
  type HexRow,
  hexBytes,
  hexDump,
  type ParsedHex,
  parseHex,
} from './payload/bytes/hex.ts';
export { imageType } from './payload/bytes/image.ts';
export { type Inspected, inspectBytes } from './payload/bytes/inspect.ts';
export { type CopyFormat, type CopyTarget, copyAs, copyFormats } from './payload/copy/copy.ts';
export { copyInParts } from './payload/copy/parts.ts';
export { byteLength, type Data, utf8Length } from './payload/data.ts';
export { findInParts, findInText, type Pattern, type Place } from './payload/find.ts';
export {
  byteParts,
  decodedParts,
  type Stretch,
  textParts,
  utf8TextInSteps,
  wireBytesInSteps,
} from './payload/in-steps.ts';
export { compactJson } from './payload/json/compact.ts';
export { JsonOutline, type OutlineLine } from './payload/json/outline.ts';
export { type PathStep, readPath } from './payload/json/path.ts';
export { findInJson, type JsonPlace, placeAt } from './payload/json/place.ts';
export { prettyJson, prettyJsonInSteps } from './payload/json/pretty.ts';
export { finish, type JsonFault, scanJson } from './payload/json/scan.ts';
export { type JsonTree, readJsonTree } from './payload/json/tree.ts';
export { preview, rowPreview } from './payload/preview.ts';
export { exactText, latin1Text, utf8Text, wireBytes } from './payload/text.ts';
export { visible } from './payload/visible.ts';
export { Expression } from './query/expression/expression.ts';
export type { Match } from './query/expression/matches.ts';
export { TooSlow, Unfinished } from './query/expression/too-slow.ts';
export type { QueryError, QueryErrorKey } from './query/language/fault.ts';
export { andAlso } from './query/language/join.ts';
export { type Conjunct, narrows } from './query/language/narrow.ts';
export { type Asked, parseQuery, type Query } from './query/language/parse.ts';
export { type Suggestion, suggest } from './query/language/suggest.ts';
export type { Path } from './query/language/term.ts';
export { type SortKey, sortKeys } from './query/result/compare.ts';
export type { Listing } from './query/result/listing.ts';
export { type Fault, Result, type RowTest, type Start } from './query/result/result.ts';
export { type Sort, Sorted } from './query/result/sorted.ts';
export { type CloseCodeKey, closeCodeKey } from './session/close-code.ts';
export { currentPage, hasPast, pageOf } from './session/page.ts';
export { type Remark, type RemarkKey, type Remarks, remarkKeys } from './session/remarks.ts';
export {
  type Direction,
  isMessage,
  isOnWire,
  type Kind,
  type Repair,
  type Row,
  type RowType,
  repairs,
  rowTypes,
} from './session/row.ts';
export { type NewRow, type Rows, sizeOf } from './session/rows.ts';
export { type Pause, Session, type Told } from './session/session.ts';
export { type Likeness, type Similar, similarTo } from './session/similar.ts';
export * from './session/socket.ts';
