import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byteLength,
  fromBase64,
  hexDump,
  imageType,
  parseHex,
  prettyJson,
  preview,
  toBase64,
  utf8Length,
} from '#model';
import { anyBytes, anyText } from '../arbitrary.ts';
import { effort } from '../effort.ts';

const loneHigh = /[\ud800-\udbff](?![\udc00-\udfff])/;

describe('length', () => {
  test('of a text is that of its UTF-8', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
        expect(byteLength(text)).toBe(utf8Length(text));
      }),
    );
  });

  test('of bytes is their number, of nothing 0', () => {
    expect([byteLength(new Uint8Array(3)), byteLength(undefined)]).toEqual([3, 0]);
  });
});

describe('base64', () => {
  test('is that of Node, and reads back', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const text = toBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(text)).toEqual(bytes);
        expect(fromBase64(text.replaceAll('=', ''))).toEqual(bytes);
        expect(fromBase64(text.replaceAll(/(.)/g, '$1\r\n '))).toEqual(bytes);
      }),
    );
  });

  test('takes what atob takes, but for bits that no byte needs', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.base64String(), fc.string({ unit: fc.constantFrom(...'AZ+/= ') })),
        (text) => {
          const read = fromBase64(text);
          let expected: string | undefined;
          try {
            expected = atob(text);
          } catch {
            expected = undefined;
          }
          if (expected !== undefined) expect(read && Buffer.from(read).toString('latin1')).toBe(expected);
          else if (read) expect(text.replace(/\s/g, '').length % 4).not.toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each(['A', '*AAA', 'AA=A', 'ÄAAA', 'A\u0100AA'])('%j is none', (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });
});

describe('preview', () => {
  test('is one line without unseen characters, and no longer than asked', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 60 }), (text, max) => {
        const line = preview(text, max);
        expect(line.length).toBeLessThanOrEqual(max);
        expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/u);
        expect(line).not.toMatch(loneHigh);
      }),
      { numRuns: 300 },
    );
  });

  test('shows controls as pictures and the unseen as escapes', () => {
    expect(preview('a\r\n\tb\0\x7f', 100)).toBe('a␍␊␉b␀␡');
    expect(preview('user\u202Egpj.exe\u2066\u00ad\ufeff\u{e0041}\ud800\u3164\x80', 100)).toBe(
      'user\\u202egpj.exe\\u2066\\u00ad\\ufeff\\udb40\\udc41\\ud800\\u3164\\u0080',
    );
  });

  test('leaves letters, emoji and what joins them', () => {
    const text = 'é ✓ 👩‍👩‍👧‍👦 ❤️ नमस्ते \u{1f1eb}\u{1f1f7} \u0645\u0631\u062d\u0628\u0627';
    expect(preview(text, 100)).toBe(text);
  });

  test('says that there is more, and only then', () => {
    expect(preview('abcdef', 6)).toBe('abcdef');
    expect(preview('abcdefg', 6)).toBe('abcde…');
    expect(preview('abcd😀x', 6)).toBe('abcd…');
    expect(preview('\n\n\n', 3)).toBe('␊␊␊');
  });

  test('of bytes is hex, of nothing is empty', () => {
    expect(preview(Uint8Array.of(0, 16, 255), 100)).toBe('00 10 ff');
    expect(preview(new Uint8Array(1000), 8)).toBe('00 00 0…');
    expect(preview(undefined, 100)).toBe('');
  });

  test('looks at no more than it shows', () => {
    const huge = 'x'.repeat(1 << 26);
    const previews = () => {
      for (let time = 0; time < 100; time++) preview(huge, 200);
    };
    expect(effort(previews)).toBeLessThan(500);
  });
});

describe('JSON made readable', () => {
  test('is JSON.stringify with two spaces, for what that can tell', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const pretty = JSON.stringify(value, null, 2);
        expect(prettyJson(JSON.stringify(value))).toBe(pretty);
        expect(prettyJson(pretty)).toBe(pretty);
      }),
    );
  });

  test('is there for exactly what JSON.parse takes', () => {
    const fragments = fc.constantFrom(
      ...'{}[],:"',
      ...[
        '"a"',
        '1',
        '-',
        '0',
        '01',
        '1.',
        '1e5',
        'true',
        'nul',
        'null',
        '\\u00e9',
        '"\\x"',
        '"\\ud800"',
        ' ',
        '\n',
        '\ufeff',
      ],
    );
    const texts = fc.oneof(
      fc.array(fragments, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.json(),
      fc.string(),
    );
    const changed = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([json, at, more]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + more + json.slice(place + 1);
    });
    const brackets = fc.string({ unit: fc.constantFrom(...'{}[],:1', '"a"', '"\n"') });
    fc.assert(
      fc.property(fc.oneof(texts, changed, brackets), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(prettyJson(text) !== undefined).toBe(valid);
      }),
      { numRuns: 2000 },
    );
  });

  test('keeps numbers, escapes and equal keys as they are written', () => {
    expect(prettyJson('{"a":1e400,"a":12345678901234567890,"\\u0061":-0.10}')).toBe(
      '{\n  "a": 1e400,\n  "a": 12345678901234567890,\n  "\\u0061": -0.10\n}',
    );
  });

  test('of a million brackets stays in bounds', () => {
    const depth = 100_000;
    const pretty = prettyJson('['.repeat(depth) + ']'.repeat(depth));
    expect(pretty?.length).toBeLessThan(depth * 500);
  });
});

describe('hex', () => {
  const wide = fc.constantFrom(4, 8, 16);

  test('rows hold all bytes, sixteen each', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const rows = hexDump(bytes);
        expect(parseHex(rows.map(({ hex }) => hex).join('\n'))).toEqual({ ok: true, bytes });
        expect(rows.map(({ offset }) => offset)).toEqual(rows.map((_, row) => row * 16));
        expect(rows.map(({ ascii }) => ascii).join('')).toBe(
          Buffer.from(bytes)
            .toString('latin1')
            .replace(/[^ -~]/g, '.'),
        );
      }),
    );
  });

  test('rows of a part are those of the whole', () => {
    fc.assert(
      fc.property(
        anyBytes,
        fc.nat(50),
        fc.integer({ min: 1, max: 50 }),
        wide,
        (bytes, from, length, wide) => {
          const to = from + length;
          const whole = hexDump(bytes, 0, bytes.length, wide);
          const rows = whole.filter(({ offset }) => offset + wide > from && offset < to);
          expect(hexDump(bytes, from, to, wide)).toEqual(rows);
        },
      ),
    );
  });

  test.each(['deadbeef', 'DE AD\nBE\tEF', '0xde, 0xad, 0xBE,0xef', ' de,ad,be,ef '])(
    '%j is four bytes',
    (text) => {
      expect(parseHex(text)).toEqual({ ok: true, bytes: Uint8Array.of(0xde, 0xad, 0xbe, 0xef) });
    },
  );

  test.each([
    ['de ag', 'hexDigit', 4],
    ['de a', 'hexOdd', 3],
    ['d ea', 'hexOdd', 0],
    ['xx', 'hexDigit', 0],
    ['ab 0x', 'hexDigit', 4],
  ])('%j is refused', (text, key, at) => {
    expect(parseHex(text)).toEqual({ ok: false, key, at });
  });
});

test('images are known by how they begin, all of it', () => {
  const beginnings = [
    ['image/png', '\x89PNG\r\n\x1a\n'],
    ['image/jpeg', '\xff\xd8\xff'],
    ['image/gif', 'GIF87a'],
    ['image/gif', 'GIF89a'],
    ['image/webp', 'RIFF....WEBP'],
    ['image/bmp', 'BM....\0\0\0\0'],
    ['image/x-icon', '\0\0\x01\0'],
    ['image/avif', '....ftypavif'],
  ] as const;
  for (const [type, beginning] of beginnings) {
    const bytes = Uint8Array.from(Buffer.from(beginning, 'latin1'));
    expect(imageType(bytes)).toBe(type);
    expect(imageType(Uint8Array.of(...bytes, 0, 1))).toBe(type);
    expect(imageType(bytes.subarray(0, -1))).toBeUndefined();
    for (const [at, byte] of bytes.entries())
      expect(imageType(bytes.with(at, byte ^ 0x80))).toBe(byte === 0x2e ? type : undefined);
  }
  expect(imageType(new TextEncoder().encode('<svg/>'))).toBeUndefined();
  expect(imageType(new Uint8Array())).toBeUndefined();
});
