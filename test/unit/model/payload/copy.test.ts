import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CopyFormat, copyAs, copyFormats, type Data } from '#model';
import { anyBytes, anyText } from '../arbitrary.ts';

const target = { url: "wss://a.example/it's?x=$(id)&y=`z`", protocol: "v1'$HOME" };

const copy = (format: CopyFormat, data: Data) => copyAs(format, data, target);

/** What goes over the wire. */
const wire = (data: string | Uint8Array) => Buffer.from(data as string);

// The programs are stand-ins that print what they were given, words ended by NUL, then their input.
const stage = `
wscat() { printf '%s\\0' wscat "$@"; }
websocat() { printf '%s\\0' websocat "$@"; printf '\\0'; cat; }
`;

/** Runs a command line in a shell as a person would, and gives what it printed. */
function run(shell: string, line: string): Buffer {
  const { stdout, stderr, status } = spawnSync(shell, ['-c', stage + line], {
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect([status, stderr.toString()]).toEqual([0, '']);
  return stdout;
}

const words = (printed: Buffer) => printed.toString('latin1').split('\0');

const awkward = [
  "it's; rm -rf /",
  '$(touch pwned) `id` $HOME \\ " !! %s %%',
  '-n',
  '-n\n',
  '--help',
  'two\nlines\n\n',
  '\u001b[201~\nid\n',
  'a\u202eb',
  '\ud800',
  '100% é 😀',
  '\\101\\n',
];

describe.each(['sh', 'bash'])('in %s', (shell) => {
  const byteLine = (text: string) => wire(text).toString('latin1');
  const url = byteLine(new URL(target.url).href);

  test.each(awkward)('a wscat line hands %j over as one word', (text) => {
    const printed = words(run(shell, copy('wscat', text) ?? ''));
    expect(printed).toEqual(['wscat', '-c', url, '-s', target.protocol, '-x', byteLine(text), '']);
  });

  test.each(awkward)('a websocat line pipes %j, byte for byte', (text) => {
    const printed = words(run(shell, copy('websocat', text) ?? ''));
    const options = ['-n', '--text', '-0', url, '--protocol', target.protocol];
    expect(printed).toEqual(['websocat', ...options, '', byteLine(text)]);
  });

  test('any payload comes through', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyBytes), (data) => {
        const line = copy('websocat', data);
        if (line === undefined) expect(data.length === 0 || data.includes('\0' as never)).toBe(true);
        else expect(run(shell, line).subarray(-wire(data).length).equals(wire(data))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a command line', () => {
  test('has no character that a terminal acts on', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyBytes), anyText, anyText, (data, url, protocol) => {
        for (const format of ['wscat', 'websocat'] as const)
          expect(copyAs(format, data, { url: `ws://a/${url}`, protocol }) ?? '').not.toMatch(
            /[\p{Cc}\p{Bidi_Control}]/u,
          );
      }),
    );
  });

  test('is not offered for what it cannot carry', () => {
    expect(copy('wscat', Uint8Array.of(1))).toBeUndefined();
    expect(copy('wscat', 'a\0b')).toBeUndefined();
    expect(copy('websocat', '')).toBeUndefined();
    expect(copy('websocat', 'x'.repeat(100_000))).toBeUndefined();
    expect(copyAs('wscat', 'x', { url: 'no URL', protocol: '' })).toBeUndefined();
  });

  test('names no protocol where there is none', () => {
    expect(copyAs('wscat', 'x', { url: 'ws://a/', protocol: '' })).toBe(`wscat -c 'ws://a/' -x 'x'`);
  });
});

test('a C escape compiles to the bytes, whatever stands beside it', () => {
  const payloads = ['a"b\\c??=d', '\u00018', 'é9', Uint8Array.of(0, 0x41, 0xff, 0x37, 0), '%d\n'];
  const folder = mkdtempSync(join(tmpdir(), 'sockscope-copy-'));
  const prints = payloads.map(
    (data) => `{ static const char d[] = ${copy('c', data)}; fwrite(d, 1, sizeof d - 1, stdout); }`,
  );
  writeFileSync(
    join(folder, 'a.c'),
    `#include <stdio.h>\nint main(void) { ${prints.join('\n')} return 0; }\n`,
  );
  const built = spawnSync('cc', ['-std=c99', '-o', join(folder, 'a'), join(folder, 'a.c')]);
  expect(built.stderr.toString()).toBe('');
  expect(spawnSync(join(folder, 'a')).stdout).toEqual(Buffer.concat(payloads.map(wire)));
});

test('a JavaScript call has nothing unseen in it', () => {
  expect(copy('javascript', 'é\x7f\x80\u202e\n')).toBe('socket.send("é\\u007f\\u0080\\u202e\\n");');
});

test('a JavaScript call sends the payload', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, anyBytes), (data) => {
      const line = copy('javascript', data) ?? '';
      const sent: unknown[] = [];
      new Function('socket', line)({ send: (value: unknown) => sent.push(value) });
      expect(sent).toEqual([data]);
      expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
    }),
  );
});

test('text, JSON, hex and base64 are what they say', () => {
  const bytes = new TextEncoder().encode('{"é":[1]}');
  expect(copy('text', bytes)).toBe('{"é":[1]}');
  expect(copy('text', Uint8Array.of(0xff))).toBeUndefined();
  expect(copy('json', bytes)).toBe('{\n  "é": [\n    1\n  ]\n}');
  expect(copy('json', 'no JSON')).toBeUndefined();
  expect(copy('hex', 'é')).toBe('c3 a9');
  expect(copy('base64', 'é')).toBe('w6k=');
  expect(copyFormats.map((format) => copy(format, undefined))).toEqual(copyFormats.map(() => undefined));
});
