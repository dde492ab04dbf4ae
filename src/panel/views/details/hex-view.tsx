import { HEX_ROW, hexDump } from '#model';
import { say } from '#panel/words.ts';
import { VirtualRows } from '../rows/virtual-rows.tsx';

const ROW_HEIGHT = 17;

/** Bytes in hexadecimal beside what they are in ASCII; only the rows in view are worked out. */
export function HexView({ bytes }: { bytes: Uint8Array }) {
  return (
    <VirtualRows
      class="hex"
      role="list"
      tabIndex={0}
      aria-label={say('hexLabel')}
      count={Math.ceil(bytes.length / HEX_ROW)}
      rowHeight={ROW_HEIGHT}
      row={(index) => <HexRow key={index} bytes={bytes} from={index * HEX_ROW} />}
    />
  );
}

function HexRow({ bytes, from }: { bytes: Uint8Array; from: number }) {
  const [row] = hexDump(bytes, from, from + HEX_ROW);
  if (!row) return null;
  return (
    <div class="hex-row" role="listitem">
      <span class="hex-offset">{row.offset.toString(16).padStart(8, '0')}</span>
      <span>{row.hex.padEnd(HEX_ROW * 3 - 1)}</span>
      <span class="hex-ascii">{row.ascii}</span>
    </div>
  );
}
