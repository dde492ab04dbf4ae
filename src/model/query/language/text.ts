import { latin1Text, utf8Text } from '../../payload/text.ts';
import { type Signature, traces } from '../../signatures/signature.ts';
import { Expression } from '../expression/expression.ts';
import type { RowTest } from '../result/result.ts';
import { bytesTest } from './bytes.ts';
import { requiredLiterals } from './literals.ts';
import { costs, everything, type Term } from './term.ts';

const escapeRegex = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Finds a word or phrase in a text, whatever its case: an engine is fastest at that as a regex. */
export const wordPattern = (text: string): Expression => new Expression(escapeRegex(text), 'i');

/** A word or phrase, anywhere in the text of a row, whatever its case. */
export function textTerm(text: string): Term {
  if (text === '') return everything;
  const pattern = wordPattern(text);
  const isWord = (data: string) => pattern.test(data);
  const ascii = text.match(/[\0-\x7f]+/g) ?? [];
  if (ascii[0] === text) return searchTerm(pattern, costs.words, ascii, payloadTest(isWord, bytesTest(text)));
  const inPayload = payloadTest(isWord, eitherWay(pattern));
  return searchTerm(
    pattern,
    costs.words,
    ascii,
    (session, row) => !isAscii(session, row) && inPayload(session, row),
  );
}

/** A text of as many bytes as UTF-16 units has no other letters: most are so, and that is known without reading them. */
const isAscii: RowTest = ({ rows }, row) => {
  const data = rows.data(row);
  return typeof data === 'string' && data.length === rows.size(row);
};

/** A regular expression. @throws SyntaxError where it is none, in the engine's words */
export function regexTerm(source: string, flags: string): Term {
  const pattern = new Expression(source, flags);
  const literals = requiredLiterals(source, flags);
  return searchTerm(pattern, costs.regex, literals, regexTest(pattern, literals));
}

/** Most payloads do not even have what must be there: that is seen sooner than that the expression is not found. */
function regexTest(pattern: Expression, literals: readonly string[]): RowTest {
  const inBytes = eitherWay(pattern);
  const inTexts = literals.map((literal) => (data: string) => data.includes(literal));
  const areInText = allTest(pattern.ignoreCase ? [] : inTexts);
  const areInBytes = allTest(literals.map(bytesTest));
  return payloadTest(
    (data) => areInText(data) && pattern.test(data),
    (data) => areInBytes(data) && inBytes(data),
  );
}

/** Whether data passes all tests. The one that it did not pass last is asked first: it is the rarest, most likely. */
function allTest<T>(tests: readonly ((data: T) => boolean)[]): (data: T) => boolean {
  let order = tests;
  return (data) => {
    const at = order.findIndex((test) => !test(data));
    if (at > 0) order = [...order.slice(at, at + 1), ...order.toSpliced(at, 1)];
    return at < 0;
  };
}

type BytesTest = (bytes: Uint8Array) => boolean;

/** Bytes as the texts that they may be: UTF-8, or a character each. */
interface Texts {
  readonly bytes: Uint8Array;
  readonly utf8: string;
  readonly latin1: string;
}

/** Whether a pattern is found in bytes, read as UTF-8 or a character each. */
function eitherWay({ source, flags }: Expression): BytesTest {
  // One for each, for who has not finished with the second text comes again and asks for the first anew.
  const [first, second] = [new Expression(source, flags), new Expression(source, flags)];
  let texts: Texts | undefined;
  return (bytes) => {
    if (texts?.bytes !== bytes) texts = { bytes, utf8: utf8Text(bytes), latin1: latin1Text(bytes) };
    const found = first.test(texts.utf8) || second.test(texts.latin1);
    texts = undefined;
    return found;
  };
}

const payloadTest =
  (inText: (text: string) => boolean, inBytes: BytesTest): RowTest =>
  ({ rows }, row) => {
    const data = rows.data(row);
    return typeof data === 'object' ? inBytes(data) : data !== undefined && inText(data);
  };

/**
 * A row passes where the pattern is found in its payload, in its error, or in what a person noted about it.
 * @param literals texts of ASCII characters that are in every payload that passes, whatever their case
 */
function searchTerm(
  pattern: Expression,
  cost: number,
  literals: readonly string[],
  inPayload: RowTest,
): Term {
  const found = (text: string | undefined) => text !== undefined && pattern.test(text);
  const mayHave = signatureTest(literals);
  const test: RowTest = (session, row) =>
    found(session.rows.error(row)) ||
    found(session.rows.note(row)) ||
    (mayHave(session, row) && inPayload(session, row));
  return { cost, test, marks: [pattern] };
}

/** Whether texts may be in a row's payload, by the signature of the rows around it: they are asked once, not for each row. */
function signatureTest(texts: readonly string[]): RowTest {
  const places = texts.flatMap(traces);
  let last: Signature | undefined;
  let mayHave = true;
  return ({ signatures }, row) => {
    const signature = signatures.of(row);
    if (signature !== last) mayHave = signature?.has(places) ?? true;
    last = signature;
    return mayHave;
  };
}
