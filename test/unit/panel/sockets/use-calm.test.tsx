// @vitest-environment happy-dom
import '#support/extension-api.ts';

import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Store } from '#panel/store/store.ts';
import { useCalm } from '#panel/views/sockets/use-calm.ts';

/** The changes of a session of so many sockets that a view which looks at all of them is drawn for. */
function follow(sockets: number) {
  const store = new Store(() => true);
  const session = store.session.peek();
  const document = session.addDocument('d', 'https://a.example/', 0);
  for (let id = 1; id <= sockets; id++) session.addSocket(document, id, 0);
  const drawn = new Set<number>();
  renderHook(() => drawn.add(useCalm(store)));
  return { store, drawn };
}

/** Changes it so many times, 10 ms after each other. */
function change(store: Store, times: number): void {
  for (let i = 0; i < times; i++)
    act(() => {
      store.revision.value++;
      vi.advanceTimersByTime(10);
    });
}

describe('a view that looks at every socket', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('follows every change of a usual session', () => {
    const { store, drawn } = follow(5);
    change(store, 100);
    expect(drawn.size).toBeGreaterThan(95);
  });

  it('is drawn about once a second where there are 10,000 sockets', () => {
    const { store, drawn } = follow(10_000);
    change(store, 300);
    expect(drawn.size).toBeGreaterThanOrEqual(3);
    expect(drawn.size).toBeLessThanOrEqual(5);
  });

  it('does not miss the last change', () => {
    const { store, drawn } = follow(10_000);
    change(store, 2);
    const { size } = drawn;
    act(() => void vi.advanceTimersByTime(1000));
    expect(drawn.size).toBe(size + 1);
  });
});
