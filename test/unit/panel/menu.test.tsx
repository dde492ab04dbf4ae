// @vitest-environment happy-dom
import '#support/extension-api.ts';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { andAlso, finish, JsonOutline, parseQuery, readJsonTree, Session } from '#model';
import { Store } from '#panel/store/store.ts';
import type { MenuItem } from '#panel/views/menu/menu.tsx';
import { type Box, placeBelow, placeBeside } from '#panel/views/menu/place.ts';
import { rowMenu } from '#panel/views/row-menu/row-menu.ts';
import { passing } from '../model/query/passing.ts';

describe('the place of a menu', () => {
  const window = { width: 320, height: 260 };
  const length = fc.nat(400);
  const box: fc.Arbitrary<Box> = fc
    .tuple(fc.nat(320), fc.nat(260), fc.nat(100), fc.nat(30))
    .map(([left, top, width, height]) => ({
      left,
      top,
      right: Math.min(320, left + width),
      bottom: Math.min(260, top + height),
    }));

  it.each([placeBelow, placeBeside])('is in the window, however little room there is', (place) => {
    fc.assert(
      fc.property(box, length, length, (of, width, height) => {
        const at = place({ width, height }, of, window);
        expect(at.left).toBeGreaterThanOrEqual(0);
        expect(at.top).toBeGreaterThanOrEqual(0);
        expect(at.left + Math.min(width, window.width)).toBeLessThanOrEqual(window.width);
        expect(at.top + Math.min(height, at.maxHeight)).toBeLessThanOrEqual(window.height);
      }),
    );
  });
});

describe('what a menu has for a row', () => {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
  for (const type of ['open', 'send', 'message'] as const)
    session.push({ type, time: 0, socket, ...(type !== 'open' && { form: 'text', data: '{}' }) });
  const actions = { resend: () => undefined, inject: () => undefined, edit: () => undefined };
  const store = new Store(() => true);
  store.sessions.open(session, 'x.har');
  const labels = (row: number) => {
    const found = session.rows.get(row);
    return found
      ? rowMenu(found, store, actions).map((group) => group.map(({ label }: MenuItem) => label))
      : [];
  };

  it('begins with what is done most often with what was sent, and what was received', () => {
    expect(labels(1)[2]).toEqual(['Resend', 'Edit in the composer', 'Inject']);
    expect(labels(2)[2]).toEqual(['Inject', 'Edit in the composer', 'Resend']);
  });

  it('is nothing of a message where there is none', () => {
    expect(labels(0).flat()).toEqual(['Show in context', 'Filter by socket 1', 'Mark', 'Write a note']);
  });

  it('names the message to compare with, if one is selected', () => {
    expect(labels(2)[1]).toContain('Compare with the selected message');
    store.select(1);
    expect(labels(2)[1]).toContain('Compare with #2');
    store.select(0);
    expect(labels(2)[1]).toContain('Compare with the selected message');
  });
});

describe('what a value is filtered by', () => {
  it('is found by it and not without it, whatever the value, its key and the filter before', () => {
    const before = fc.constantFrom('', 'dir:in', 'nowhere OR dir:in', '(dir:in)', '(broken', 'json:');
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), before, (value, key, filter) => {
        const session = new Session();
        const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
        const data = JSON.stringify({ [key]: value, other: 1 });
        session.push({ type: 'message', time: 0, socket, form: 'text', data });
        session.push({ type: 'message', time: 0, socket, form: 'text', data: '{"other":1}' });
        const tree = finish(readJsonTree(data));
        const query = tree && new JsonOutline(tree, 99).query(1);
        fc.pre(query !== undefined && key !== 'other');
        expect(passing(andAlso(filter, query), session)).toEqual([0]);
        expect(passing(andAlso(filter, `-${query}`), session)).not.toContain(0);
      }),
    );
  });

  it('is said once, and can be read by a person', () => {
    const tree = finish(
      readJsonTree('{"clientOrderId":"ord-101777","list":[{"a b":1}],"body":"{\\"id\\":\\"x-1\\"}"}'),
    );
    const outline = tree && new JsonOutline(tree, 99);
    outline?.toggle(outline.length - 1);
    const all = Array.from({ length: outline?.length ?? 0 }, (_, line) => outline?.query(line));
    expect(all).toEqual([
      undefined,
      'json:clientOrderId="ord-101777"',
      'json:list',
      'json:list[0]',
      'json:list[0]."a b"=1',
      String.raw`json:body="{\"id\":\"x-1\"}"`,
      undefined,
      '"x-1"',
    ]);
    expect(andAlso('json:list', 'json:list')).toBe('json:list');
    expect(parseQuery(andAlso('a OR b', '-c')).ok).toBe(true);
  });
});
