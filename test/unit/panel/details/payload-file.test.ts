import { describe, expect, it } from 'vitest';
import { fileTypeOf } from '#panel/views/details/actions/payload-file.ts';

describe('the file that a payload is saved as', () => {
  it('has the extension of what the payload is', () => {
    const extension = (data: string | Uint8Array) => fileTypeOf(data).extension;
    expect(extension('{"a":1}')).toBe('json');
    expect(extension('{"a":1')).toBe('txt');
    expect(extension(new TextEncoder().encode('[1]'))).toBe('json');
    expect(extension('')).toBe('txt');
    expect(extension(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('jpg');
    expect(extension(Uint8Array.of(0xff, 0))).toBe('bin');
  });
});
