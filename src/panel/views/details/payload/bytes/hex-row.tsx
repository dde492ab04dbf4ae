import { hexDump } from '#model';

interface Props {
  readonly bytes: Uint8Array;
  /** Offset of the row's first byte. */
  readonly from: number;
  /** How many bytes a row has. */
  readonly wide: number;
  /** Offset of the byte that the cursor is on. */
  readonly cursor: number;
  readonly onSelect: (byte: number) => void;
}

/** Characters that a byte takes in hexadecimal, with the space behind it. */
const DIGITS = 3;

/** A row of bytes. The grid keeps the focus and moves the cursor. */
export function HexRow({ bytes, from, wide, cursor, onSelect }: Props) {
  const [row] = hexDump(bytes, from, from + wide, wide);
  if (!row) return null;
  const at = cursor >= from && cursor < from + wide ? cursor - from : undefined;
  const select = (byte: number) => onSelect(Math.min(from + byte, bytes.length - 1));
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div class="hex-row" role="row" id={`hex-${from / wide}`} aria-rowindex={from / wide + 1}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
      <span class="hex-offset" role="rowheader">
        {row.offset.toString(16).padStart(8, '0')}
      </span>
      <Cell text={row.hex.padEnd(wide * DIGITS - 1)} each={DIGITS} marked={2} {...{ at, select }} />
      <Cell text={row.ascii} look="hex-ascii" each={1} marked={1} {...{ at, select }} />
    </div>
  );
}

interface CellProps {
  readonly text: string;
  readonly look?: string;
  /** Characters that a byte takes, and how many of them are marked where the cursor is. */
  readonly each: number;
  readonly marked: number;
  /** Place of the cursor in the row. */
  readonly at: number | undefined;
  readonly select: (byte: number) => void;
}

/** All bytes of a row in one element, with the one at the cursor marked: an element each would be slow to scroll. */
function Cell({ text, look = '', each, marked, at, select }: CellProps) {
  const onClick = ({ currentTarget, clientX }: MouseEvent & { currentTarget: HTMLElement }) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    select(Math.floor(((clientX - left) / width) * (text.length / each)));
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus
    <span class={`hex-bytes ${look}`} role="gridcell" aria-selected={at !== undefined} onClick={onClick}>
      {at === undefined ? (
        text
      ) : (
        <>
          {text.slice(0, at * each)}
          <mark>{text.slice(at * each, at * each + marked)}</mark>
          {text.slice(at * each + marked)}
        </>
      )}
    </span>
  );
}
