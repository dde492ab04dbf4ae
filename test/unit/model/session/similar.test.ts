import { describe, expect, test } from 'vitest';
import { type Data, type Rows, Session, similarTo } from '#model';
import { Disk } from '../packs/disk.ts';

/** A session of messages of one socket, all received. */
function sessionOf(...payloads: Data[]) {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('page', '', 0), 1, 0);
  for (const data of payloads) session.push({ type: 'message', time: 0, socket, form: 'text', data });
  return session;
}

/** The message that is of the same kind as another. */
async function previousOfShape(rows: Rows, index: number): Promise<number | undefined> {
  const similar = await similarTo(rows, index);
  return similar?.by === 'kind' ? similar.row : undefined;
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the message before of the same shape', () => {
  const same: [string, Data, Data][] = [
    ['has the same keys', '{"a":1,"b":2}', ' \n{"b":{},"a":null}'],
    ['has no keys either', '{}', '{ }'],
    ['is an array, too', '[1]', '[]'],
    ['is text, too', 'hello', '123'],
    ['is text that only looks like JSON, too', '{no', '[no'],
    ['is text of another kind', 'hello', '{no'],
    ['is text that is JSON with a bracket inside, too', 'hello', '"[a"'],
    ['is bytes, too', Uint8Array.of(1), Uint8Array.of(2, 3)],
    ['has the same keys, as bytes', '{"a":1}', bytes('{"a":2}')],
    ['is missing, too', undefined, Uint8Array.of(2)],
  ];
  test.each(same)('%s', async (_, one, other) => {
    expect(await previousOfShape(sessionOf(one, other).rows, 1)).toBe(0);
    expect(await previousOfShape(sessionOf(other, one).rows, 1)).toBe(0);
  });

  const different: [string, Data, Data][] = [
    ['other keys', '{"a":1}', '{"b":1}'],
    ['more keys', '{"a":1}', '{"a":1,"b":1}'],
    ['keys elsewhere', '{"a":{"b":1}}', '{"b":{"a":1}}'],
    ['an object and an array', '{}', '[]'],
    ['an array and text', '[1]', '1'],
    ['text and bytes', 'hello', bytes('hello')],
    ['an object and text before which there is something', '{"a":1}', 'x{"a":1}'],
    ['an object and bytes', '{}', bytes('{')],
  ];
  test.each(different)('has not %s', async (_, one, other) => {
    expect(await previousOfShape(sessionOf(one, other).rows, 1)).toBeUndefined();
    expect(await previousOfShape(sessionOf(other, one).rows, 1)).toBeUndefined();
  });

  test('is the nearest, of the same socket and the same way', async () => {
    const session = sessionOf('{"a":1}', '{"a":2}', '[]');
    const [socket] = session.sockets;
    const [document] = session.documents;
    if (!socket || !document) throw new Error('no socket');
    const another = session.addSocket(document, 2, 0);
    const data = '{"a":3}';
    session.push({ type: 'message', time: 0, socket: another, form: 'text', data });
    session.push({ type: 'send', time: 0, socket, form: 'text', data });
    session.push({ type: 'message', time: 0, socket, form: 'text', data });
    expect(await previousOfShape(session.rows, 5)).toBe(1);
    expect(await previousOfShape(session.rows, 1)).toBe(0);
    expect(await previousOfShape(session.rows, 0)).toBeUndefined();
  });

  test('may be on disk', async () => {
    const session = sessionOf(`{"a":"${'x'.repeat(100)}"}`, `{"b":"${'x'.repeat(100)}"}`, '{"a":1}');
    new Disk().take(session, 1);
    expect(await previousOfShape(session.rows, 2)).toBe(0);
  });

  test('is not looked for past 4 MB of payloads', async () => {
    const big = 'x'.repeat(1_500_000);
    expect(await previousOfShape(sessionOf('[]', big, big, '[]').rows, 3)).toBe(0);
    expect(await previousOfShape(sessionOf('[]', big, big, big, '[]').rows, 4)).toBeUndefined();
  });
});

describe('the message that another is compared with', () => {
  const compared = async (...payloads: Data[]) => {
    const found = await similarTo(sessionOf(...payloads).rows, payloads.length - 1);
    return found && [found.row, found.by, found.telling.join()];
  };

  test('has the same telling values, where none has the same keys as well', async () => {
    const accepted = '{"op":"order.ack","status":"accepted"}';
    const tick = '{"op":"tick","status":"x","reason":1}';
    const rejected = '{"op":"order.ack","status":"rejected","reason":"x"}';
    expect(await compared(accepted, tick, rejected)).toEqual([0, 'values', 'op']);
    expect(await compared(rejected, accepted, tick, rejected)).toEqual([0, 'kind', 'op']);
    expect(await compared('["tick",1]', '["trade",1]', '["tick",2]')).toEqual([0, 'kind', '[0]']);
  });

  test.each(['type', 'ch', 'event', 'method', 'Action', 'cmd', 'topic'])('is told by %s', async (key) => {
    const message = (value: string, more: string) => JSON.stringify({ [key]: value, [more]: 1 });
    expect(await compared(message('a', 'x'), message('b', 'z'), message('a', 'y'))).toEqual([
      0,
      'values',
      key,
    ]);
  });

  test('has the same keys, or else is the one before the same way', async () => {
    expect(await compared('{"op":"a"}', '[]', '{"op":"b"}')).toEqual([0, 'keys', '']);
    expect(await compared('{"a":1}', 'hello', '{"b":1}')).toEqual([1, 'way', '']);
  });

  test('is whatever message is near, where there is none before, the same way, or on the socket', async () => {
    const session = sessionOf('{"a":1}');
    const [socket] = session.sockets;
    if (!socket) throw new Error('no socket');
    expect(await similarTo(session.rows, 0)).toBeUndefined();
    session.push({ type: 'send', time: 0, socket, form: 'text', data: 'x' });
    session.push({ type: 'close', time: 0, socket });
    expect((await similarTo(session.rows, 1))?.row).toBe(0);
    expect((await similarTo(session.rows, 0))?.row).toBe(1);
  });
});
