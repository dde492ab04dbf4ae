import { Column, type Session } from '#model';
import type { Span } from './span.ts';

/** Rows of one socket, in order, apart by what a lane draws of them. */
export interface Lane {
  readonly sent: Column<Uint32Array>;
  readonly received: Column<Uint32Array>;
  /** Errors, and calls that threw or went nowhere. */
  readonly faulty: Column<Uint32Array>;
  /** Messages that a person sent or injected. */
  readonly byPanel: Column<Uint32Array>;
}

const newLane = (): Lane => ({
  sent: new Column(Uint32Array),
  received: new Column(Uint32Array),
  faulty: new Column(Uint32Array),
  byPanel: new Column(Uint32Array),
});

/** The rows of a session by socket: grows with it, so that drawing looks at no row twice. */
export class Lanes {
  readonly session: Session;
  readonly #lanes: Lane[] = [];
  #rows = 0;
  #start = Infinity;
  #end = 0;

  constructor(session: Session) {
    this.session = session;
  }

  get count(): number {
    return this.session.sockets.length;
  }

  /** From the earliest to the latest row, in ms since the epoch; `undefined` where it is empty. */
  get whole(): Span | undefined {
    return this.#rows === 0 ? undefined : { from: this.#start, to: this.#end };
  }

  /** Takes in the rows that came since the last time. */
  update(): void {
    const { rows } = this.session;
    for (; this.#rows < rows.length; this.#rows++) this.#add(this.#rows);
  }

  lane(socket: number): Lane {
    this.#lanes[socket] ??= newLane();
    return this.#lanes[socket];
  }

  #add(row: number): void {
    const { rows } = this.session;
    const type = rows.type(row);
    const lane = this.lane(rows.socketIndex(row));
    this.#start = Math.min(this.#start, rows.time(row));
    this.#end = Math.max(this.#end, rows.time(row));
    if (type === 'send') lane.sent.push(row);
    if (type === 'message') lane.received.push(row);
    if (type === 'error' || rows.error(row) !== undefined) lane.faulty.push(row);
    else if (rows.author(row) === 'panel') lane.byPanel.push(row);
  }
}
