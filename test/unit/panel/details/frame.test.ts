import { describe, expect, it } from 'vitest';
import { isScript, readFrame } from '#panel/views/details/stack/frame.ts';

const read = (text: string) => {
  const { name, url, line, column } = readFrame(text) ?? {};
  return [name, url, line, column];
};

describe('a frame of a call stack', () => {
  it('is read as Chromium writes it', () => {
    expect(read('at Chat.send (https://a.example/app.js?v=1:12:34)')).toEqual([
      'Chat.send',
      'https://a.example/app.js?v=1',
      12,
      34,
    ]);
    expect(read('at https://a.example:8080/app.js:1:2')).toEqual(['', 'https://a.example:8080/app.js', 1, 2]);
    expect(read('at async Promise.all (http://a/b.js:5:6)')).toEqual([
      'async Promise.all',
      'http://a/b.js',
      5,
      6,
    ]);
  });

  it('is read as Firefox writes it', () => {
    expect(read('send@https://a.example/app.js:12:34')).toEqual(['send', 'https://a.example/app.js', 12, 34]);
    expect(read('@https://a.example/:1:2')).toEqual(['', 'https://a.example/', 1, 2]);
  });

  it('is none where there is no place', () => {
    expect([readFrame('at native'), readFrame(''), readFrame('x'.repeat(100_000))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('leads nowhere but into scripts of the page', () => {
    const script = (url: string) => isScript({ name: '', place: '', url, line: 1, column: 1 });
    expect([script('https://a/b.js'), script('javascript:alert()'), script('data:,x')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
