import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { HEX_ROW } from '#model';
import { say } from '#panel/words.ts';
import { type RowsControl, VirtualRows } from '../../rows/virtual-rows.tsx';
import { byteMove } from './byte-keys.ts';
import { HexRow } from './hex-row.tsx';
import { Inspector } from './inspector.tsx';
import './hex-view.css';

const ROW_HEIGHT = 17;

/** Bytes in hexadecimal beside what they are in ASCII, and what they mean at a cursor; only rows in view are worked out. */
export function HexView({ bytes }: { bytes: Uint8Array }) {
  const control = useRef<RowsControl>(undefined);
  const cursor = useSignal(0);
  const at = Math.min(cursor.value, bytes.length - 1);
  const moveTo = (byte: number) => {
    cursor.value = byte;
    control.current?.reveal(Math.floor(byte / HEX_ROW));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const to = byteMove(event, at, bytes.length, control.current?.page() ?? 1);
    if (to === undefined) return;
    event.preventDefault();
    moveTo(to);
  };
  return (
    <>
      <VirtualRows
        class="hex"
        role="grid"
        tabIndex={0}
        aria-label={say('hexLabel')}
        aria-rowcount={Math.ceil(bytes.length / HEX_ROW)}
        aria-activedescendant={`hex-${Math.floor(at / HEX_ROW)}`}
        onKeyDown={onKeyDown}
        count={Math.ceil(bytes.length / HEX_ROW)}
        rowHeight={ROW_HEIGHT}
        control={control}
        row={(index) => (
          <HexRow key={index} bytes={bytes} from={index * HEX_ROW} cursor={at} onSelect={moveTo} />
        )}
      />
      {bytes.length > 0 && <Inspector bytes={bytes} at={at} />}
    </>
  );
}
