import { Column, everySocket, isMessage, type Session } from '#model';
import type { Span } from '#panel/views/axis/span.ts';
import { Slots } from './slots.ts';
import { Tally } from './tally.ts';

/** Messages of one socket that went over the wire one way, in order. */
export interface Way {
  readonly rows: Column<Uint32Array>;
  /** Payload bytes of all messages up to and with each. */
  readonly bytes: Column<Float64Array>;
}

/** Rows of one socket, in order, apart by what a lane draws of them. */
export interface Lane {
  readonly sent: Way;
  readonly received: Way;
  /** Errors, and calls that threw or went nowhere. */
  readonly faulty: Column<Uint32Array>;
  /** Messages that a person sent or injected. */
  readonly byPanel: Column<Uint32Array>;
  /** Changes in the socket's life. */
  readonly life: Column<Uint32Array>;
}

const newWay = (): Way => ({ rows: new Column(Uint32Array), bytes: new Column(Float64Array) });

const newLane = (): Lane => ({
  sent: newWay(),
  received: newWay(),
  faulty: new Column(Uint32Array),
  byPanel: new Column(Uint32Array),
  life: new Column(Uint32Array),
});

function add({ rows, bytes }: Way, row: number, size: number): void {
  bytes.push(bytes.at(bytes.length - 1) + size);
  rows.push(row);
}

/** The rows of a session by socket: grows with it, so that drawing looks at no row twice. */
export class Lanes {
  readonly session: Session;
  readonly slots: Slots;
  /** All sockets together, over the whole session. */
  readonly tally = new Tally();
  readonly #lanes: Lane[] = [];
  readonly #until: () => number;
  #rows = 0;
  #start = Infinity;
  #end = 0;

  /** @param until how many rows are taken in at most for now: a view may stand still */
  constructor(session: Session, until: () => number = () => Infinity) {
    this.session = session;
    this.#until = until;
    this.slots = new Slots(session, () => until() < Infinity);
  }

  /** From the earliest to the latest row, in ms since the epoch; `undefined` where it is empty. */
  get whole(): Span | undefined {
    return this.#rows === 0 ? undefined : { from: this.#start, to: this.#end };
  }

  /**
   * Takes in the rows that came since the last time, but no more than `most` in one go.
   * @returns whether there are none left
   */
  update(most = Infinity): boolean {
    const all = Math.min(this.session.rows.length, this.#until());
    const end = Math.min(all, this.#rows + most);
    for (; this.#rows < end; this.#rows++) this.#add(this.#rows);
    return this.#rows >= all;
  }

  lane(socket: number): Lane {
    this.#lanes[socket] ??= newLane();
    return this.#lanes[socket];
  }

  #add(row: number): void {
    const { rows } = this.session;
    const [type, time] = [rows.type(row), rows.time(row)];
    this.#start = Math.min(this.#start, time);
    this.#end = Math.max(this.#end, time);
    const socket = rows.socketIndex(row);
    if (socket === everySocket.index) return;
    const lane = this.lane(socket);
    const way = type === 'send' ? 'sent' : 'received';
    const faulty = type === 'error' || rows.error(row) !== undefined;
    if (rows.onWire(row)) {
      add(lane[way], row, rows.size(row));
      this.tally.add(time, way);
    } else if (!isMessage(type)) lane.life.push(row);
    if (faulty) {
      lane.faulty.push(row);
      this.tally.add(time, 'faulty');
    } else if (rows.author(row) === 'panel') lane.byPanel.push(row);
  }
}
