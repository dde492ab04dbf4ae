// @vitest-environment happy-dom
import '#support/extension-api.ts';

import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { enter } from '#model';
import { Store } from '#panel/store/store.ts';
import { Draft } from '#panel/views/take-part/composer/draft.ts';
import { TargetSelect } from '#panel/views/take-part/composer/target-select.tsx';

/** A store with so many open sockets. */
function storeWith(sockets: number): Store {
  const store = new Store(() => true);
  const session = store.session.peek();
  const document = session.addDocument('d', 'https://a.example/', 0);
  for (let id = 1; id <= sockets; id++) enter(session.addSocket(document, id, 0), 'open', 0, 'server');
  return store;
}

/** What is offered as the socket that a message is for. */
function offers(store: Store): string[] {
  render(<TargetSelect store={store} draft={new Draft()} />);
  return screen.getAllByRole<HTMLOptionElement>('option').map(({ text }) => text);
}

afterEach(cleanup);

describe('the sockets that a message may be for', () => {
  it('are those that are open, in their order', () => {
    const store = storeWith(3);
    const [first] = store.session.peek().sockets;
    if (first) enter(first, 'closed', 1, 'page');
    expect(offers(store)).toEqual([expect.stringMatching(/^2 .*open/), expect.stringMatching(/^3 .*open/)]);
  });

  it('are, where there are thousands, the newest, and a word on where the others are', () => {
    const offered = offers(storeWith(10_000));
    expect(offered).toHaveLength(101);
    expect(offered[0]).toMatch(/^9901 /);
    expect(offered.at(-1)).toMatch(/choose in the list of sockets/);
  });

  it('are also those that are chosen in the list', () => {
    const store = storeWith(10_000);
    store.sight.choose(new Set([41]));
    expect(offers(store)[0]).toMatch(/^42 /);
  });
});
