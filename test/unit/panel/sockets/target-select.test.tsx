// @vitest-environment happy-dom
import '#support/extension-api.ts';

import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { enter } from '#model';
import { Store } from '#panel/store/store.ts';
import { Draft } from '#panel/views/take-part/composer/draft.ts';
import { hindrance } from '#panel/views/take-part/composer/hindrance.ts';
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
    const [none, ...open] = offers(store);
    expect(none).toBe('Choose a socket');
    expect(open).toEqual([expect.stringMatching(/^2 .*open/), expect.stringMatching(/^3 .*open/)]);
  });

  it('are, where there are thousands, the newest, and a word on where the others are', () => {
    const offered = offers(storeWith(10_000));
    expect(offered).toHaveLength(102);
    expect(offered[1]).toMatch(/^9901 /);
    expect(offered.at(-1)).toMatch(/choose in the list of sockets/);
  });

  it('are also those that are chosen in the list', () => {
    const store = storeWith(10_000);
    store.sight.choose(new Set([41]));
    expect(offers(store)[0]).toMatch(/^42 /);
  });
});

describe('what a message is for', () => {
  const targetOf = (draft: Draft, store: Store) =>
    draft.target(store.session.peek(), store.sight.chosen.peek(), store.selected.peek())?.index;

  it('is the socket that is chosen, else that of the selected row, else the only one that is open', () => {
    const [one, several] = [storeWith(1), storeWith(3)];
    const draft = new Draft();
    expect([targetOf(draft, one), targetOf(draft, several)]).toEqual([0, undefined]);
    const session = several.session.peek();
    const [, , third] = session.sockets;
    if (third) session.push({ type: 'message', time: 1, socket: third, form: 'text', data: 'x' });
    several.select(0);
    expect(targetOf(draft, several)).toBe(2);
    several.sight.choose(new Set([1]));
    expect(targetOf(draft, several)).toBe(1);
  });

  it('does not move while there is text, whatever is chosen or selected meanwhile', () => {
    const store = storeWith(3);
    const draft = new Draft();
    store.sight.choose(new Set([1]));
    draft.text.value = 'order';
    draft.hold(store.session.peek().sockets[1]);
    store.sight.choose(new Set([0]));
    expect(targetOf(draft, store)).toBe(1);
    draft.text.value = '';
    draft.hold(store.session.peek().sockets[1]);
    expect(targetOf(draft, store)).toBe(0);
  });

  it('is, over a reload, the socket to the same URL', () => {
    const store = storeWith(2);
    const session = store.session.peek();
    for (const socket of session.sockets) socket.url = `wss://a/${socket.index}`;
    const draft = new Draft();
    const [, old] = session.sockets;
    if (old) draft.aim(old);
    if (old) enter(old, 'closed', 5, 'document');
    expect(targetOf(draft, store)).toBe(1);
    const next = new Store(() => true);
    const page = next.session.peek().addDocument('e', 'https://a.example/', 0);
    for (const id of [1, 2, 3]) {
      const socket = next.session.peek().addSocket(page, id, 0);
      enter(socket, 'open', 0, 'server');
      socket.url = `wss://a/${id - 1}`;
    }
    expect(targetOf(draft, next)).toBe(1);
  });
});

describe('what hinders a message', () => {
  const hinders = (store: Store, target?: number) => {
    const session = store.session.peek();
    return hindrance(session, target === undefined ? undefined : session.sockets[target]);
  };

  it('is nothing where its socket is open', () => {
    expect(hinders(storeWith(2), 1)).toBeUndefined();
  });

  it('is that no socket is chosen of several, or none is open', () => {
    expect([hinders(storeWith(2)), hinders(storeWith(0))]).toEqual(['noTarget', 'noSocket']);
  });

  it('is that the socket is on its way, or has gone while others have not', () => {
    const store = storeWith(2);
    const session = store.session.peek();
    const [first, second] = session.sockets;
    if (!first || !second) throw new Error('Two sockets are wanted.');
    enter(first, 'closed', 1, 'page');
    session.addSocket(first.document, 3, 0);
    expect([hinders(store, 0), hinders(store, 2)]).toEqual(['targetClosed', 'targetConnecting']);
    enter(second, 'closing', 1, 'page');
    expect(hinders(store, 0)).toBe('noSocket');
  });

  it('is that what is shown is a file', () => {
    const store = storeWith(1);
    store.session.peek().remarks = { list: [], counts: {} };
    expect(hinders(store)).toBe('notToFile');
  });
});
