import { hexDump } from '#model';

interface Props {
  readonly bytes: Uint8Array;
  /** Offset of the row's first byte. */
  readonly from: number;
  /** How many bytes a row has. */
  readonly wide: number;
  /** Offset of the byte that the cursor is on. */
  readonly cursor: number;
  /** How many bytes from there on are marked. */
  readonly marked: number;
  readonly onSelect: (byte: number) => void;
}

/** Characters that a byte takes in hexadecimal, with the space behind it. */
const DIGITS = 3;

/** A row of bytes. The grid keeps the focus and moves the cursor. */
export function HexRow({ bytes, from, wide, cursor, marked, onSelect }: Props) {
  const [row] = hexDump(bytes, from, from + wide, wide);
  if (!row) return null;
  const [first, end] = [Math.max(cursor, from) - from, Math.min(cursor + marked, from + wide) - from];
  const marks = first < end ? { at: first, count: end - first } : undefined;
  const select = (byte: number) => onSelect(Math.min(from + byte, bytes.length - 1));
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div class="hex-row" role="row" id={`hex-${from / wide}`} aria-rowindex={from / wide + 1}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
      <span class="hex-offset" role="rowheader">
        {row.offset.toString(16).padStart(8, '0')}
      </span>
      <Cell text={row.hex.padEnd(wide * DIGITS - 1)} each={DIGITS} {...{ marks, select }} />
      <Cell text={row.ascii} look="hex-ascii" each={1} {...{ marks, select }} />
    </div>
  );
}

interface CellProps {
  readonly text: string;
  readonly look?: string;
  /** Characters that a byte takes, with the space behind it. */
  readonly each: number;
  /** The bytes of the row that are marked: the first, and how many. */
  readonly marks: { readonly at: number; readonly count: number } | undefined;
  readonly select: (byte: number) => void;
}

/** All bytes of a row in one element, with those at the cursor marked: an element each would be slow to scroll. */
function Cell({ text, look = '', each, marks, select }: CellProps) {
  const onClick = ({ currentTarget, clientX }: MouseEvent & { currentTarget: HTMLElement }) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    select(Math.floor(((clientX - left) / width) * (text.length / each)));
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus
    <span class={`hex-bytes ${look}`} role="gridcell" aria-selected={marks !== undefined} onClick={onClick}>
      {marks ? <Marked text={text} from={marks.at * each} to={(marks.at + marks.count) * each} /> : text}
    </span>
  );
}

/** A text of which a part is marked, but for a space at its end. */
function Marked({ text, from, to }: { text: string; from: number; to: number }) {
  const end = text.slice(from, to).trimEnd().length + from;
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, end)}</mark>
      {text.slice(end)}
    </>
  );
}
