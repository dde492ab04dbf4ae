import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { findInBytes } from '#panel/views/details/find/find-in-bytes.ts';
import { useSearched } from '#panel/views/details/find/payload-find.ts';
import { useWidth } from '#panel/views/layout/use-width.ts';
import { type RowsControl, VirtualRows } from '#panel/views/rows/virtual-rows.tsx';
import { say } from '#panel/words.ts';
import { byteMove } from './byte-keys.ts';
import { bytesThatFit, characterWidth } from './fit.ts';
import { HexRow } from './hex-row.tsx';
import { Inspector } from './inspector.tsx';
import './hex-view.css';

const ROW_HEIGHT = 17;

/** Bytes in hexadecimal beside what they are in ASCII, and what they mean at a cursor; only rows in view are worked out. */
export function HexView({ bytes }: { bytes: Uint8Array }) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const wide = useMemo(() => bytesThatFit(width, characterWidth(place.current)), [width]);
  const control = useRef<RowsControl>(undefined);
  const cursor = useSignal(0);
  /** How many bytes from the cursor on are marked. */
  const marked = useSignal(1);
  const at = Math.min(cursor.value, bytes.length - 1);
  const moveTo = (byte: number, length = 1) => {
    cursor.value = byte;
    marked.value = length;
    control.current?.reveal(Math.floor(byte / wide));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const to = byteMove(event, at, bytes.length, wide, control.current?.page() ?? 1);
    if (to === undefined) return;
    event.preventDefault();
    moveTo(to);
  };
  useEffect(() => control.current?.reveal(Math.floor(cursor.peek() / wide)), [wide]);
  useSearched(
    function* (sought) {
      const places = yield* findInBytes(bytes, sought);
      const show = (place: number) => {
        const { from, to } = places[place] ?? { from: 0, to: 1 };
        moveTo(from, to - from);
      };
      return { count: places.length, show };
    },
    [bytes, wide],
  );
  return (
    <div ref={place} class="hex-view">
      <VirtualRows
        class="hex"
        role="grid"
        tabIndex={0}
        aria-label={say('hexLabel')}
        aria-rowcount={Math.ceil(bytes.length / wide)}
        aria-activedescendant={`hex-${Math.floor(at / wide)}`}
        onKeyDown={onKeyDown}
        count={Math.ceil(bytes.length / wide)}
        rowHeight={ROW_HEIGHT}
        control={control}
        row={(index) => (
          <HexRow
            key={index}
            bytes={bytes}
            from={index * wide}
            wide={wide}
            cursor={at}
            marked={marked.value}
            onSelect={moveTo}
          />
        )}
      />
      {bytes.length > 0 && <Inspector bytes={bytes} at={at} />}
    </div>
  );
}
