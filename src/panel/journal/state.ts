import type { NetworkMemory, Session, Told } from '#model';
import { type Outline, outline } from '#panel/files/slices.ts';
import type { Store } from '#panel/store/store.ts';
import { isRecord } from '#protocol';
import { type Marked, type View, viewOf } from './view.ts';

/** Grows with every change of what is written: what another version wrote is not read. */
const FORM = 1;

/** Everything that a panel has of a page but the rows, as a structured clone takes it. */
export interface State {
  readonly form: typeof FORM;
  /** How many slices of rows lead to it. */
  readonly slices: number;
  /** Without what `bufferedAmount` was: that is in the slices. */
  readonly outline: Outline;
  readonly told: ReadonlyMap<string, Told>;
  readonly network: NetworkMemory;
  readonly recording: boolean;
  /** How many messages were not taken since the last pause began. */
  readonly unkept: number;
  readonly marked: Marked;
  readonly view: View;
  /** Name of the file that is on screen. */
  readonly file: string | undefined;
}

export const isState = (value: unknown): value is State => isRecord(value) && value.form === FORM;

/** What a panel has of its page at the moment. */
export function stateOf(store: Store, slices: number): State {
  const { live, network, file } = store.sessions;
  return {
    form: FORM,
    slices,
    outline: withoutSamples(live),
    told: new Map([...live.told].map(([key, { last, settled }]) => [key, { last, settled }])),
    network,
    recording: live.recording,
    unkept: live.unkept,
    marked: [...live.rows.marked],
    view: viewOf(store),
    file: file.peek(),
  };
}

function withoutSamples(session: Session): Outline {
  const { documents, sockets, rows } = outline(session, session.rows.length);
  return { documents, sockets: sockets.map((socket) => ({ ...socket, buffered: [] })), rows };
}
