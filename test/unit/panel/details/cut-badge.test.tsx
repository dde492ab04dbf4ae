// @vitest-environment happy-dom
import '#support/extension-api.ts';
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { CutBadge } from '#panel/views/details/cut-badge.tsx';

afterEach(cleanup);

const shown = (data: string | Uint8Array, size: number) =>
  render(<CutBadge data={data} size={size} />).container.textContent;

describe('the details of a message', () => {
  it('say how much was kept of one that was cut', () => {
    expect(shown(new Uint8Array(1000), 5000)).toBe('truncated: 1\u00a0kB of 5\u00a0kB kept');
    expect(shown('é'.repeat(500), 5000)).toBe('truncated: 1\u00a0kB of 5\u00a0kB kept');
  });

  it('say nothing of one that is whole, whatever it is written in', () => {
    expect(shown(new Uint8Array(5000), 5000)).toBe('');
    expect(shown('e'.repeat(5000), 5000)).toBe('');
    expect(shown('é'.repeat(2500), 5000)).toBe('');
    expect(shown('', 0)).toBe('');
  });
});
