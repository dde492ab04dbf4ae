import { describe, expect, test } from 'vitest';
import { type NewRow, Session, similarTo } from '#model';

describe('the previous message of the same shape', () => {
  const session = new Session();
  const document = session.addDocument('d', 'https://a.example/', 0);
  const [one, two] = [1, 2].map((id) => session.addSocket(document, id, 0));
  const add = (data: NewRow['data'], type: NewRow['type'] = 'message', socket = one) =>
    session.push({ type, time: 0, socket: socket as never, form: 'text', data });
  const previous = async (row: number) => {
    const similar = await similarTo(session.rows, row);
    return similar?.by === 'kind' ? similar.row : undefined;
  };

  test('has the same keys at the top, and is of the same socket and way', async () => {
    const wanted = add('{"a":1,"b":2}');
    add('{"a":1}');
    add('{"a":1,"b":2}', 'send');
    add('{"a":1,"b":2}', 'message', two);
    add('[1]');
    expect(await previous(add('{"b":{"c":3},"a":0}'))).toBe(wanted);
    expect(await previous(wanted)).toBeUndefined();
  });

  test('is text for text and bytes for bytes where there is no JSON', async () => {
    const text = add('hello');
    const bytes = add(Uint8Array.of(1));
    add('{"a":1}');
    expect(await previous(add('{no json'))).toBe(text);
    expect(await previous(add(Uint8Array.of(255, 2)))).toBe(bytes);
  });
});
