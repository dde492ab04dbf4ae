import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { circles, importsOfFiles, importsOfRooms } from './imports.ts';

describe('The house', () => {
  const files = importsOfFiles();

  it('has no circle of files', () => {
    expect(files.size).toBeGreaterThan(300);
    expect(circles(files)).toEqual([]);
  });

  it('has no circle of rooms: what two of them share lies below both', () => {
    expect(circles(importsOfRooms(files))).toEqual([]);
  });

  it('has no file that wants to be two things', () => {
    const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length;
    expect([...files.keys()].filter((file) => lines(file) > 301)).toEqual([]);
  });

  it('knows a circle where there is one', () => {
    const imports = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c', 'd'])],
      ['c', new Set(['a'])],
    ]);
    expect(circles(imports)).toEqual(['a → b → c → a']);
  });
});
