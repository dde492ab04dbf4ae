import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Session } from '#model';
import { passing } from './passing.ts';

/** Which of some JSON texts pass a query. */
function found(query: string, ...texts: string[]): number[] {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
  for (const data of texts) session.push({ type: 'message', time: 0, socket, form: 'text', data });
  return passing(query, session);
}

describe('numbers in JSON are compared as they are written', () => {
  test.each<[string, string[], number[]]>([
    ['json:id=9007199254740992', ['{"id":9007199254740992}', '{"id":9007199254740993}'], [0]],
    ['json:id!=9007199254740992', ['{"id":9007199254740992}', '{"id":9007199254740993}'], [1]],
    ['json:id>9007199254740992', ['{"id":9007199254740992}', '{"id":9007199254740993}'], [1]],
    ['json:id<9007199254740993', ['{"id":9007199254740992}', '{"id":9007199254740993}'], [0]],
    ['json:id>=9007199254740993', ['{"id":9007199254740992}', '{"id":9007199254740993}'], [1]],
    ['json:x=1e400', ['{"x":1e400}', '{"x":10e399}', '{"x":1e401}', '{"x":-1e400}'], [0, 1]],
    ['json:x>1e400', ['{"x":1e400}', '{"x":1e401}', '{"x":5}'], [1]],
    ['json:x=1e-400', ['{"x":0}', '{"x":1e-400}'], [1]],
    ['json:x=0.1', ['{"x":0.10}', '{"x":1e-1}', '{"x":0.1000000000000000055}', '{"x":0.2}'], [0, 1]],
    ['json:x=1', ['{"x":1.0}', '{"x":1e0}', '{"x":1.00000000000000000001}', '{"x":"1"}'], [0, 1, 3]],
    ['json:x=0', ['{"x":-0}', '{"x":0.000}', '{"x":0e9}', '{"x":1e-999}'], [0, 1, 2]],
    ['json:x=-0', ['{"x":-0.0}', '{"x":0}'], [0, 1]],
    ['json:x>-1', ['{"x":-1.00000000000000000001}', '{"x":-0.99999999999999999999}'], [1]],
    ['json:x>12.5', ['{"x":"12.50000000000000000001"}', '{"x":"12.50"}'], [0]],
    [
      'json:x=1..3',
      ['{"x":1}', '{"x":3.0}', '{"x":3.0000000000000000001}', '{"x":0}', '{"x":"1..3"}'],
      [0, 1, 4],
    ],
    ['json:x=9007199254740993..', ['{"x":9007199254740992}', '{"x":9007199254740993}'], [1]],
    ['json:x=..-5', ['{"x":-5}', '{"x":-4}', '{"x":null}'], [0]],
    ['json:x=a..5', ['{"x":1}', '{"x":"a..5"}'], [1]],
    ['json:x="1..3"', ['{"x":2}', '{"x":"1..3"}'], [1]],
  ])('%s', (query, texts, rows) => {
    expect(found(query, ...texts)).toEqual(rows);
  });

  it('as integers of any length are', () => {
    const integer = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    fc.assert(
      fc.property(integer, fc.oneof(fc.bigInt({ min: -3n, max: 3n }), integer), (a, by) => {
        const b = a + by;
        const text = `{"x":${b}}`;
        expect(found(`json:x=${a}`, text).length > 0).toBe(a === b);
        expect(found(`json:x>${a}`, text).length > 0).toBe(b > a);
        expect(found(`json:x<=${a}`, text).length > 0).toBe(b <= a);
      }),
    );
  });
});

describe('of a key that is there more than once each value is looked at', () => {
  test.each<[string, string, boolean]>([
    ['json:x=1', '{"x":1,"x":2}', true],
    ['json:x=2', '{"x":1,"x":2}', true],
    ['json:x=3', '{"x":1,"x":2}', false],
    ['json:x!=1', '{"x":1,"x":2}', true],
    ['json:a.b=1', '{"a":{"b":1},"a":5}', true],
    ['json:a.b=1', '{"a":5,"a":{"b":2,"b":1}}', true],
    ['json:a[1].b=1', '{"a":[{"b":0},{"b":1,"b":0}]}', true],
    ['json:x=1', '{"\\u0078":1,"x":2}', true],
    ['json:"a/b"=1', '{"a\\/b":1,"a/b":2}', true],
    ['json:"q\\""=1', '{"q\\"":1, "q\\"" : "x" }', true],
    ['json:x.length=2', '{"x":[1,2],"x":"ab"}', true],
    ['json:x.length', '{"x":{"length":1},"x":5}', true],
    ['json:x~b', '{ "x" : { "a" : "}\\\\" , "b":[ ] } , "x" : "" }', true],
    ['json:x', '{"y":"\\"x\\":1, \\"x\\":2","z":{"x":1}}', false],
    ['json:__proto__=1', '{"__proto__":1,"__proto__":2}', true],
  ])('%s in %s', (query, text, passes) => {
    expect(found(query, text)).toEqual(passes ? [0] : []);
  });

  it('and of others what the engine reads', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(' ', '\n', ''), (value, space) => {
        fc.pre(typeof value === 'object' && value !== null && !Array.isArray(value));
        // A number with so many digits has the text read by us.
        const text = JSON.stringify({ long: 2 ** 64, ...value }, undefined, space);
        const read = JSON.parse(text);
        for (const key of Object.keys(read)) {
          const wanted = read[key];
          if (typeof wanted === 'object' || key === '') continue;
          expect(found(`json:${JSON.stringify(key)}=${JSON.stringify(wanted)}`, text)).toEqual([0]);
        }
      }),
    );
  });

  it('in a text of many MB, in no more than a moment', () => {
    const text = `{"x":"${'\\"'.repeat(3_000_000)}","y":${'['.repeat(5000)}${']'.repeat(5000)},"x":1,"x":2}`;
    const before = performance.now();
    expect(found('json:x=1', text)).toEqual([0]);
    expect(performance.now() - before).toBeLessThan(3000);
  });
});
