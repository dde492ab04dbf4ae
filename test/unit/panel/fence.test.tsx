// @vitest-environment happy-dom
import '#support/extension-api.ts';

import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useEffect, useMemo } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { Store } from '#panel/store/store.ts';
import { oncePerFrame } from '#panel/views/axis/canvas.ts';
import { useSteps } from '#panel/views/details/progress/use-steps.ts';
import { Fence } from '#panel/views/fence/fence.tsx';
import { useFenced, useFencedEffect } from '#panel/views/fence/use-fenced.ts';

const bad = signal(false);

function check() {
  if (bad.value) throw new RangeError('Invalid time value');
}

/** Ways in which a view may go wrong, each with what it shows where it does not. */
const views = {
  'while it is drawn': () => {
    check();
    return <p>view</p>;
  },
  'in an effect of signals': () => {
    useFencedEffect(() => check());
    return <p>view</p>;
  },
  'in an effect of its own': () => {
    const { value } = bad;
    useEffect(() => check(), [value]);
    return <p>view</p>;
  },
  'in a frame': () => {
    const fenced = useFenced();
    const draw = useMemo(() => oncePerFrame(fenced(check)), []);
    useFencedEffect(() => {
      bad.value;
      draw();
    });
    return <p>view</p>;
  },
  'in a later step': () => {
    const { value } = bad;
    const steps = function* (): Generator<number, number> {
      const end = performance.now() + (value ? 30 : 0);
      while (performance.now() < end) yield 0;
      check();
      return 1;
    };
    const progress = useSteps(steps, [value]);
    return <p>{progress.done ? 'view' : 'coming'}</p>;
  },
};

let store: Store;

beforeEach(() => {
  bad.value = false;
  store = new Store(() => true);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a view that goes wrong', () => {
  test.each(Object.entries(views))('%s, says so in its place; the rest goes on', async (_, View) => {
    const tally = signal(0);
    const Rest = () => <b>{tally.value}</b>;
    render(
      <>
        <Fence store={store}>
          <View />
        </Fence>
        <Fence store={store}>
          <Rest />
        </Fence>
      </>,
    );
    await screen.findByText('view');
    bad.value = true;
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('RangeError: Invalid time value');
    expect(screen.queryByText('view')).toBeNull();
    tally.value = 7;
    await screen.findByText('7');

    bad.value = false;
    store.select(3);
    await screen.findByText('view');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is tried again when it is asked to, and says so where it goes wrong again', async () => {
    const View = views['while it is drawn'];
    bad.value = true;
    render(
      <Fence store={store}>
        <View />
      </Fence>,
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByRole('alert');
    bad.value = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    await screen.findByText('view');
  });
});
