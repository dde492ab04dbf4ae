import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Bytes, HarError, openHar, type Session, unpack } from '#model';
import { caseBytes, caseText, messagesOf } from '#support/cases.ts';
import { asList } from '../../../../../src/model/files/har/unpack/lines.ts';

const bytesOf = async (blob: Blob): Promise<Bytes> => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { size: bytes.length, chunk: 64, read: (from, to) => bytes.slice(from, to) };
};

/** Opens a file as the panel does. */
async function opened(content: BlobPart, beside: Readonly<Record<string, string>> = {}): Promise<Session> {
  const others = Object.entries(beside).map(([name, text]) => [name, new Blob([text])] as const);
  const { har, lists, unread } = await unpack(new Blob([content]), new Map(others));
  const known = new Map<string, Bytes>();
  for (const [name, list] of lists) known.set(name, await bytesOf(list));
  const { session, rows } = openHar(await bytesOf(har), true, { list: (name) => known.get(name), unread });
  for (const row of rows.rows()) session.push(row);
  return session;
}

const said = async (content: BlobPart, beside = {}) =>
  messagesOf(await opened(content, beside)).map(({ data }) => data);

async function failure(content: BlobPart): Promise<HarError> {
  try {
    await opened(content);
  } catch (error) {
    if (error instanceof HarError) return error;
    throw error;
  }
  throw new Error('it was read');
}

const part = (bytes: Uint8Array) => Uint8Array.from(bytes);
const text = caseText('base64url.har');
const messages = ['good', Uint8Array.of(0xfb, 0xff, 0), 'last'];

/** UTF-16 in either order of bytes. */
function utf16(content: string, little: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(content.length * 2));
  for (let at = 0; at < content.length; at++) view.setUint16(at * 2, content.charCodeAt(at), little);
  return new Uint8Array(view.buffer);
}

describe('a packed file opens', () => {
  test.each(['gzip.har.gz', 'mitmproxy.zhar'])('%s', async (name) => {
    expect(await said(caseBytes(name))).toEqual(['good']);
  });

  test.each([
    ['gzip', part(gzipSync(text))],
    ['zlib', part(deflateSync(text, { level: 1 }))],
    ['zip', part(zipSync({ 'a/b.har': new TextEncoder().encode(text) }))],
    ['UTF-16, little end first', utf16(text, true)],
    ['UTF-16, big end first', utf16(text, false)],
    ['UTF-16 with a mark', utf16(`\uFEFF${text}`, true)],
    ['UTF-16 with a mark, big end first', utf16(`\uFEFF${text}`, false)],
    ['UTF-8 with a mark', `\uFEFF${text}`],
    ['UTF-16 in gzip', part(gzipSync(utf16(`\uFEFF${text}`, true)))],
    ['gzip in a zip', part(zipSync({ 'b.har': gzipSync(text) }))],
  ])('as %s', async (_, content) => {
    expect(await said(content)).toEqual(messages);
  });

  test('with the messages that are packed beside it', async () => {
    const session = await opened(caseBytes('playwright-attach.har.zip'));
    expect(session.sockets.map(({ url, failure }) => [new URL(url).pathname, failure])).toEqual([
      ['/chat', undefined],
      ['/open', undefined],
      ['/refused', 'Error during WebSocket handshake: Unexpected response code: 403'],
      ['/abort', undefined],
      ['/server-close', undefined],
    ]);
    expect(session.sockets.map(({ sent, received }) => [sent.messages, received.messages])).toEqual([
      [4, 4],
      [3, 0],
      [0, 0],
      [0, 1],
      [0, 1],
    ]);
    expect(messagesOf(session).map(({ data }) => data)).toContainEqual('héllo 😀 "q" \\ \u2028');
    expect(session.remarks?.list).toEqual([]);
  });

  test('and says what else is in it', async () => {
    const har = new TextEncoder().encode(text);
    const session = await opened(part(zipSync({ 'a.har': har, 'b.har': har })));
    expect(session.remarks?.list[0]).toEqual({ key: 'unread', where: 'b.har', detail: '' });
  });
});

test('messages in files beside a HAR are read when they are chosen with it', async () => {
  const entry = {
    startedDateTime: '2024-05-01T10:00:00.000Z',
    request: { url: 'wss://a.example/' },
    response: { status: 101, content: { _file: 'x.jsonl' } },
  };
  const har = JSON.stringify({ log: { entries: [entry] } });
  const line = (data: string) => JSON.stringify({ type: 'send', time: 1714557600250.5, opcode: 1, data });
  const lines = `${line('a')}\n\n${line('b')}\r\n${line('c')}\n{"type":"se`;
  expect(await said(har, { 'x.jsonl': lines })).toEqual(['a', 'b', 'c']);
  expect((await opened(har, { 'x.jsonl': lines })).remarks?.counts).toEqual({ leftOut: 1 });
  expect((await opened(har)).remarks?.counts).toEqual({ attached: 1 });
});

test('lines are a list of the same values, whatever is between them', () => {
  const space = fc.constantFrom('\n', '\r\n', '\n\n', ' \n\t\n ');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.jsonValue(), space)), fc.constantFrom('', '\n', ' '), (lines, begin) => {
      const content = begin + lines.map(([value, after]) => JSON.stringify(value) + after).join('');
      const list: unknown = JSON.parse(new TextDecoder().decode(asList(new TextEncoder().encode(content))));
      expect(list).toEqual(JSON.parse(JSON.stringify(lines.map(([value]) => value))));
    }),
  );
});

describe('a file that cannot be unpacked says', () => {
  test.each([
    ['what it is', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0, 0), 'harPacked', 'zstd'],
    ['that its gzip is cut off', part(gzipSync(text).subarray(0, 100)), 'harBroken', 'gzip'],
    ['that its gzip is damaged', part(gzipSync(text).fill(7, 40, 60)), 'harBroken', 'gzip'],
    [
      'that its zip is cut off',
      part(zipSync({ 'a.har': new TextEncoder().encode(text) }).subarray(0, 100)),
      'harBroken',
      'zip',
    ],
    ['that there is no HAR in its zip', part(zipSync({ 'a.txt': new Uint8Array(3) })), 'harNotIn', ''],
  ])('%s', async (_, content, key, detail) => {
    expect(await failure(content)).toMatchObject({ key, detail });
  });

  test('that it is more than can be taken, before it is unpacked', async () => {
    const zip = zipSync({ 'a.har': new Uint8Array(10) });
    const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
    for (let at = 0; at < zip.length - 4; at++)
      if (view.getUint32(at) === 0x504b0102) view.setUint32(at + 24, 3e9, true);
    expect(await failure(part(zip))).toMatchObject({ key: 'harTooMuch', detail: '2' });
  });
});
