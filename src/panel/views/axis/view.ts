import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Store } from '#panel/store/store.ts';
import { tick } from '#panel/tick.ts';
import { oncePerFrame } from './canvas.ts';
import { Lanes } from './lanes/lanes.ts';
import type { Slots } from './lanes/slots.ts';
import { allOf, type Focus, focusOn, pan, type Span, spanOf, zoom } from './span.ts';

/** Where there is no session yet, the axis shows a minute from now on. */
const nothing = (): Span => ({ from: Date.now(), to: Date.now() + 60_000 });

/** How many rows are taken in at once, at most: some ms of work. */
const AT_ONCE = 10_000;

/** What the timeline shows of the store's session, and the moves over it. */
export class TimelineView {
  readonly focus = signal<Focus>({ kind: 'all' });
  readonly lanes: ReadonlySignal<Lanes>;
  /** Moves on when there is more of it: rows that were there before are taken in, or time has passed. */
  readonly moved = signal(0);
  readonly #store: Store;
  readonly #calm: boolean;
  readonly #goOn: () => void;
  /** Up to when the newest was followed, in ms since the epoch. */
  #now = 0;
  #holding = false;
  /** What is kept while it is held, from when a person last asked for all. */
  #held: { readonly focus: Focus; readonly span: Span } | undefined;

  /** @param calm follows the newest by steps and not smoothly */
  constructor(store: Store, calm = false) {
    this.#store = store;
    this.#calm = calm;
    this.#goOn = oncePerFrame(() => {
      tick(this.moved);
    });
    this.lanes = computed(() => new Lanes(store.session.value, () => store.sight.frozen.peek() ?? Infinity));
  }

  /** The lanes, with the rows that came since; where there are many, the rest comes frame by frame. */
  index(): Lanes {
    const lanes = this.lanes.peek();
    if (!lanes.update(AT_ONCE)) this.#goOn();
    return lanes;
  }

  /** Changes which lanes there are, or their order. */
  arrange(change: (slots: Slots) => void): void {
    change(this.lanes.peek().slots);
    tick(this.moved);
  }

  /** The whole session in time; where the newest is followed, also the time in which nothing has come since. */
  get whole(): Span {
    const { from, to } = this.lanes.peek().whole ?? nothing();
    return { from, to: this.focus.peek().kind === 'newest' ? Math.max(to, this.#now) : to };
  }

  /** Time has passed: sockets that are open have been silent up to `now`, in ms since the epoch. */
  pass(now: number): void {
    const { sockets } = this.#store.session.peek();
    if (this.#store.sight.frozen.peek() !== undefined) return;
    if (sockets.every(({ state }) => state === 'closed')) return;
    this.#now = now;
    tick(this.moved);
  }

  get span(): Span {
    const focus = this.focus.peek();
    if (focus.kind !== 'all') return spanOf(focus, this.whole, this.#calm);
    if (!this.#holding) return this.all;
    if (this.#held?.focus !== focus) this.#held = { focus, span: this.all };
    return this.#held.span;
  }

  /** What shows all of the session; where it goes on, with room for more. */
  get all(): Span {
    return this.#store.session.peek().live ? spanOf({ kind: 'all' }, this.whole) : allOf(this.whole);
  }

  /** Keeps the scale that shows all while the pointer aims at something there, or lets it grow again. */
  hold(on: boolean): void {
    this.#holding = on;
    this.#held = undefined;
    if (!on) tick(this.moved);
  }

  /** Zooms in (above 1) or out around a time; without one around the end that is followed, or the middle. */
  zoom(factor: number, around?: number): void {
    const { span, whole } = this;
    const still = this.focus.peek().kind === 'span' ? (span.from + span.to) / 2 : span.to;
    this.focus.value = focusOn(zoom(span, factor, around ?? still, whole), whole);
  }

  /** Moves by a part of what is in view: 1 is all of it, to the right. */
  pan(part: number): void {
    const { span, whole } = this;
    const to = pan(span, part * (span.to - span.from), whole);
    this.focus.value = focusOn(to, whole);
  }

  /** Moves to the beginning of the session, at the scale that is there. */
  toStart(): void {
    this.#moveTo(this.whole.from);
  }

  /** Moves to the end of the session, and goes on with it. */
  toEnd(): void {
    const { from, to } = this.span;
    this.#moveTo(this.whole.to - (to - from) * 0.98);
  }

  showAll(): void {
    this.focus.value = { kind: 'all' };
  }

  follow(): void {
    const { from, to } = this.span;
    const whole = this.whole;
    this.focus.value = { kind: 'newest', length: Math.min(to - from, Math.max(1000, whole.to - whole.from)) };
  }

  /** Shows a stretch of time that was selected. */
  show(range: Span): void {
    this.focus.value = { kind: 'span', ...range };
  }

  /** Brings a moment into view, in ms since the epoch: into the middle, unless it is in view already. */
  reveal(time: number): void {
    const { from, to } = this.span;
    const half = (to - from) / 2;
    if (time < from || time > to) this.show({ from: time - half, to: time + half });
  }

  #moveTo(from: number): void {
    const { span, whole } = this;
    this.focus.value = focusOn({ from, to: from + span.to - span.from }, whole);
  }

  /** Lets only what is in a stretch of time be shown in the table; `undefined` for all. */
  select(range: Span | undefined): void {
    this.#store.sight.setRange(range);
  }
}
