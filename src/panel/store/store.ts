import { type ReadonlySignal, signal } from '@preact/signals';
import type { Session } from '#model';
import type { Asked, Notice } from '#panel/notice.ts';
import { Turns } from '#panel/search/turns.ts';
import { Works } from '#panel/works/works.ts';
import type { Access } from '#protocol';
import { Errands, type GiveCommand } from './errands.ts';
import { Intake } from './intake.ts';
import { Missed } from './missed.ts';
import { Sessions } from './sessions.ts';
import { Sight } from './sight.ts';

/**
 * The panel's one place for state: signals around the model, by subject. Views read the signals and call the actions;
 * `revision` moves, at most once a frame, when the session has changed in place, `found` when it or what was found has.
 */
export class Store {
  readonly sessions = new Sessions({
    onShow: (session) => this.#look(session),
    onChange: () => this.#turns.touch(),
    onTrouble: ({ key, reason }) => this.tell({ level: 'error', key, details: [reason] }),
  });
  /** The session on screen. */
  readonly session: ReadonlySignal<Session> = this.sessions.shown;
  /** Whether the table keeps the newest row in view. */
  readonly follow = signal(true);
  readonly sight: Sight = new Sight(this.session.peek(), this.follow, () => this.#turns.schedule());
  /** Index of the row whose details are shown. */
  readonly selected = signal<number | undefined>(undefined);
  /** Index of the row that others are compared with, where a person has chosen one. */
  readonly pinned = signal<number | undefined>(undefined);
  /** What is asked of the page. */
  readonly errands: Errands;
  /** How the panel stands to the page; unknown until a roll call is answered. */
  readonly access = signal<Access | undefined>(undefined);
  readonly missed = new Missed();
  readonly notice = signal<Notice | undefined>(undefined);
  readonly asked = signal<Asked | undefined>(undefined);
  readonly works = new Works();
  readonly #intake: Intake = new Intake(
    (key, part) => {
      this.sessions.take(key, part);
      for (const outcome of part.outcomes) this.errands.settle(outcome);
    },
    () => this.#turns.schedule(),
  );
  readonly #turns: Turns = new Turns(this.#intake, this.sight.search, (reason) => {
    console.error(reason);
    this.tell({ level: 'error', key: 'searchFault', details: [String(reason)] });
  });
  readonly revision = this.#turns.revision;
  readonly found = this.#turns.found;

  constructor(give: GiveCommand) {
    this.errands = new Errands(give, () => this.session.peek());
  }

  /** A document of the page is there; gives the number of the last event that is known of it. */
  meet(key: string, url: string, top: boolean): number {
    this.#intake.expect(key);
    return this.sessions.meet(key, url, top);
  }

  /** Takes what came over the port of a document, in turns; resolves when all of it has been taken. */
  take(key: string, message: unknown): Promise<void> {
    return this.#intake.add(key, message);
  }

  select(row: number | undefined): void {
    this.selected.value = row;
  }

  /** Marks a row, with a note that may be empty; `undefined` takes the mark away. */
  annotate(row: number, note: string | undefined): void {
    this.sight.change(row, () => this.session.peek().rows.annotate(row, note));
    this.#turns.touch();
  }

  tell(notice: Notice | undefined): void {
    this.notice.value = notice;
  }

  show(dialog: Asked['dialog']): void {
    this.asked.value = { dialog };
  }

  /** A dialog was closed; the browser says so later, when it may have been asked for again. */
  hide(asked: Asked): void {
    if (this.asked.peek() === asked) this.asked.value = undefined;
  }

  #look(session: Session): void {
    this.selected.value = undefined;
    this.pinned.value = undefined;
    this.sight.look(session);
  }
}
