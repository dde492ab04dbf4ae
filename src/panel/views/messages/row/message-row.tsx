import { Component, type ComponentChildren } from 'preact';
import {
  byteLength,
  type Expression,
  hasFailed,
  type Path,
  preview,
  type Row,
  type SocketRecord,
  type SortKey,
} from '#model';
import { countText, isoText, sizeText } from '#panel/figures.ts';
import { addressOf } from '#panel/views/sockets/address.ts';
import { socketNumber } from '#panel/views/sockets/socket-number.tsx';
import { say } from '#panel/words.ts';
import { describe, fault, guesses, isUntrusted, kindOf, meaningOf, signs } from './describe.ts';
import { highlighted } from './highlighted.tsx';
import { lineOf } from './line.ts';
import { pageStartOf } from './page-start.tsx';
import { deltaText, timeText } from './row-time.ts';

/** The most that is shown of a payload in one line, and steps in which it is less where there is no room, in UTF-16 units. */
const LINE = 400;
const STEP = 40;

/** No letter is narrower, in CSS px. */
const NARROWEST = 4;

/** How much of a payload may be seen on a line of so many CSS px, in UTF-16 units: what is cut off is laid out, too. */
export const lineFor = (width: number): number =>
  Math.max(STEP, Math.min(LINE, Math.ceil(width / NARROWEST / STEP) * STEP));

interface Props {
  readonly row: Row;
  /** Position in the table, from 0. */
  readonly position: number;
  /** Time of the row before it, in ms since the epoch. */
  readonly previous: number | undefined;
  /** What its time is told from, in ms since the epoch; `undefined` for time of day. */
  readonly base: number | undefined;
  /** URL of the page that begins with this row, if one does. */
  readonly page: string | undefined;
  readonly selected: boolean;
  readonly highlight: Expression | undefined;
  /** JSON paths that were asked about. */
  readonly paths: readonly Path[];
  /** The most that is shown of a payload, in UTF-16 units. */
  readonly line: number;
  readonly onSelect: (row: number, event: MouseEvent) => void;
}

/** One row of the table. It is drawn again only when something of it has changed. */
export class MessageRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { row, position, previous, base, page, selected, highlight, paths, line } = this.props;
    return (
      next.selected !== selected ||
      next.position !== position ||
      next.previous !== previous ||
      next.base !== base ||
      next.page !== page ||
      next.highlight !== highlight ||
      next.paths !== paths ||
      next.line !== line ||
      next.row.index !== row.index ||
      next.row.socket !== row.socket ||
      // What is there of a payload on disk does not change, though it is made anew.
      (next.row.away === undefined) !== (row.away === undefined) ||
      (!row.away && next.row.data !== row.data) ||
      next.row.note !== row.note
    );
  }

  override render(props: Props) {
    const { row, position, previous, base, page, selected, onSelect } = props;
    const { index, time, socket } = row;
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys of its rows
      // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active row
      <div
        class={`message-row ${position % 2 ? 'odd' : 'even'} ${look(row)} ${page === undefined ? '' : 'page-start'}`}
        role="row"
        id={`row-${index}`}
        aria-rowindex={position + 2}
        aria-selected={selected}
        onClick={(event) => onSelect(index, event)}
      >
        {cell('direction', direction(row), say(`type_${row.type}`))}
        {cell('number', countText(index + 1))}
        {cell('time', timeText(time, base), isoText(time))}
        {cell('delta', previous === undefined ? '' : deltaText(time - previous))}
        {cell('socket', place(socket), preview(socket.url, 4000))}
        {cell('kind', kindOf(row))}
        {cell('preview', [page !== undefined && pageStartOf(page), ...badges(row), told(props)])}
        {cell('size', row.form === undefined ? '' : sizeText(row.size))}
      </div>
    );
  }
}

// What a row is made of is made by functions, not by components: of those a screen would have hundreds, and they would
// take longer than all the rest of a step of scrolling.

/** The grid keeps the focus, so that its cells need none. */
const cell = (column: SortKey, content: ComponentChildren, title?: string) => (
  // biome-ignore lint/a11y/useFocusableInteractive: see above
  <div role="gridcell" class={`cell-${column}`} title={title}>
    {content}
  </div>
);

const look = (row: Row) =>
  [
    row.type,
    row.author === 'panel' && 'by-panel',
    row.error !== undefined && 'faulty',
    row.type === 'close' && hasFailed(row.socket) && 'error',
    row.form === undefined && 'life',
  ]
    .filter(Boolean)
    .join(' ');

const direction = ({ type }: Row) => [
  <span key="sign" aria-hidden="true">
    {signs[type]}
  </span>,
  <span key="name" class="heard">
    {say(`type_${type}`)}
  </span>,
];

const place = (socket: SocketRecord) => [
  socketNumber(socket),
  ' ',
  <bdi key="path">{preview(addressOf(socket).path, 100)}</bdi>,
];

/** What sets a row apart: marked by a person, made in the panel, gone wrong, cut. */
function badges(row: Row) {
  const [wrong, guessed] = [fault(row), guesses(row)];
  return [
    row.note !== undefined && mark(row.note),
    row.form !== undefined && row.form !== 'text' && <span class="badge kind">{row.form}</span>,
    row.author === 'panel' && row.form !== undefined && byPanel(row),
    guessed && (
      <span class="badge" title={guessed}>
        {guessed}
      </span>
    ),
    wrong && (
      <span class="badge faulty" title={wrong}>
        {wrong}
      </span>
    ),
    row.form !== undefined && isCut(row) && <span class="badge">{say('cut')}</span>,
  ];
}

const byPanel = (row: Row) =>
  isUntrusted(row) ? (
    <span class="badge by-panel" title={say('untrusted')}>
      <span class="heard">{say('untrusted')} </span>
      {say('injected')}
    </span>
  ) : (
    <span class="badge by-panel">{say('sentByPanel')}</span>
  );

/** The mark that a person set, and what was noted. */
const mark = (note: string) => (
  <span class="badge note" title={say('marked')}>
    <span aria-hidden="true">★</span>
    <span class="heard">{say('marked')}</span> <bdi>{preview(note, 100)}</bdi>
  </span>
);

/** Whether less is kept of a payload than there was; looked at only where that may be cheap to know. */
function isCut({ data, size, away }: Row): boolean {
  if (away) return away.cut;
  if (data === undefined) return size > 0;
  return (typeof data !== 'string' || data.length !== size) && byteLength(data) < size;
}

/** What a message is, or what happened to its socket. */
function told({ row, highlight, paths, line }: Props) {
  if (row.form === undefined || row.type === 'frame')
    return <span title={meaningOf(row)}>{describe(row, LINE)}</span>;
  if (row.size === 0) return <span class="faint">{say('empty')}</span>;
  return <bdi class="payload">{highlighted(lineOf(row, line, highlight, paths), highlight)}</bdi>;
}
