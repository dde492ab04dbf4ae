import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  finish,
  type JsonTree,
  jsonLines,
  type NewRow,
  previousOfShape,
  readJsonTree,
  Session,
} from '#model';

const lines = (text: string) => finish(jsonLines(finish(readJsonTree(text)) as JsonTree));

describe('JSON in lines to be compared', () => {
  test('are the same for what means the same, whatever the order of keys and the space', () => {
    expect(lines('{"b":[1,{}],"a":"x"}')).toEqual([
      '{',
      '  "a": "x"',
      '  "b": [',
      '    1',
      '    {}',
      '  ]',
      '}',
    ]);
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse());
        expect(lines(JSON.stringify(turned, null, 3))).toEqual(lines(JSON.stringify(object)));
      }),
    );
  });

  test('keep numbers as they were written, and equal keys in their order', () => {
    expect(lines('{"n":1.0,"n":12345678901234567890}')).toEqual([
      '{',
      '  "n": 1.0',
      '  "n": 12345678901234567890',
      '}',
    ]);
  });
});

describe('the previous message of the same shape', () => {
  const session = new Session();
  const document = session.addDocument('d', 'https://a.example/', 0);
  const [one, two] = [1, 2].map((id) => session.addSocket(document, id, 0));
  const add = (data: NewRow['data'], type: NewRow['type'] = 'message', socket = one) =>
    session.push({ type, time: 0, socket: socket as never, form: 'text', data });
  const previous = (row: number) => previousOfShape(session.rows, row);

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
