import '#support/extension-api.ts';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Store } from '#panel/store/store.ts';
import { xOf } from '#panel/views/axis/layout.ts';
import { TimelineView } from '#panel/views/axis/view.ts';
import { edgeAt, stretch } from '#panel/views/timeline/moves/grip.ts';
import { moveOf } from '#panel/views/timeline/moves/keys.ts';

/** The timeline of a session of a minute, in which the ten seconds from its tenth on are in view. */
function tenSeconds(): TimelineView {
  const store = new Store(() => false);
  const session = store.session.peek();
  const socket = session.addSocket(session.addDocument('d', 'https://a.example/', 0), 1, 0);
  for (const time of [0, 60_000]) session.push({ type: 'message', time, socket, form: 'text', data: '' });
  const view = new TimelineView(store);
  view.lanes.peek().update();
  view.show({ from: 10_000, to: 20_000 });
  return view;
}

const press = (key: string, more = {}) => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe('the keys of the timeline', () => {
  const moved = (key: string, more = {}) => {
    const view = tenSeconds();
    moveOf(press(key, more))?.(view);
    return { ...view.span, kind: view.focus.peek().kind };
  };

  it('pan, by a little and with Shift by nearly all that is in view', () => {
    expect(moved('ArrowRight')).toMatchObject({ from: 11_000, to: 21_000 });
    expect(moved('ArrowLeft')).toMatchObject({ from: 9000, to: 19_000 });
    expect(moved('ArrowRight', { shiftKey: true })).toMatchObject({ from: 18_000, to: 28_000 });
  });

  it('zoom around the middle', () => {
    const near = moved('+', { shiftKey: true });
    expect((near.from + near.to) / 2).toBeCloseTo(15_000);
    expect(near.to - near.from).toBeCloseTo(10_000 / 1.5);
    expect(moved('-').to - moved('-').from).toBeCloseTo(15_000);
  });

  it('go to the beginning, to the end and on with it, to all, and to the newest', () => {
    expect(moved('Home')).toMatchObject({ from: 0, to: 10_000, kind: 'span' });
    expect(moved('End')).toMatchObject({ from: 50_200, to: 60_200, kind: 'newest' });
    expect(moved('0')).toMatchObject({ from: 0, kind: 'all' });
    expect(moved('f').kind).toBe('newest');
    expect(moved('F', { shiftKey: true }).kind).toBe('newest');
    expect(moved('а', { code: 'KeyF' }).kind).toBe('newest');
  });

  it('are the browser’s own with Ctrl, ⌘ or Alt', () => {
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey'])
      expect(moveOf(press('f', { [modifier]: true }))).toBeUndefined();
    expect(moveOf(press('x'))).toBeUndefined();
  });
});

describe('time in which nothing comes', () => {
  /** A session of a minute with a socket that has that state, when another minute has passed. */
  function passed(state: 'open' | 'closed', focus: (view: TimelineView) => void): TimelineView {
    const view = tenSeconds();
    for (const socket of view.lanes.peek().session.sockets) socket.state = state;
    focus(view);
    view.pass(120_000);
    return view;
  }

  it('is seen as it grows where the newest is followed', () => {
    const { span, whole } = passed('open', (view) => view.follow());
    expect(whole).toEqual({ from: 0, to: 120_000 });
    expect(span).toEqual({ from: 110_200, to: 120_200 });
  });

  it('leaves a part that was gone to, and all, where they are', () => {
    expect(passed('open', () => undefined).span).toMatchObject({ from: 10_000, to: 20_000 });
    expect(passed('open', (view) => view.showAll()).whole.to).toBe(60_000);
  });

  it('is nothing to sockets that are closed', () => {
    expect(passed('closed', (view) => view.follow()).whole.to).toBe(60_000);
  });
});

describe('a moment that is led to', () => {
  it('comes into the middle, at the same scale, and is stayed with', () => {
    const view = tenSeconds();
    view.reveal(58_000);
    expect(view.focus.peek()).toEqual({ kind: 'span', from: 53_000, to: 63_000 });
  });

  it('moves nothing where it is in view', () => {
    const view = tenSeconds();
    view.reveal(19_000);
    expect(view.span).toMatchObject({ from: 10_000, to: 20_000 });
    view.toEnd();
    view.reveal(55_000);
    expect(view.focus.peek().kind).toBe('newest');
  });
});

describe('a stretch of time that is dragged over', () => {
  const layout = { span: { from: 0, to: 1000 }, width: 1100, gutter: 100, top: 0 };
  const x = fc.integer({ min: 0, max: 1200 });

  it('lies between the ends, whichever way it was dragged, and never left of the axis', () => {
    fc.assert(
      fc.property(fc.nat(1000), x, (still, to) => {
        const { from, to: end } = stretch(layout, { still }, to);
        expect([from, end]).toContain(still);
        expect(from).toBeLessThanOrEqual(end);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(1000);
      }),
    );
  });

  it('is taken hold of at an edge: the other one stays', () => {
    const range = { from: 200, to: 600 };
    expect(edgeAt(layout, range, xOf(layout, 203))).toEqual({ still: 600 });
    expect(edgeAt(layout, range, xOf(layout, 597))).toEqual({ still: 200 });
    expect(edgeAt(layout, range, xOf(layout, 400))).toBeUndefined();
    expect(edgeAt(layout, undefined, 300)).toBeUndefined();
  });
});
