import { useMemo } from 'preact/hooks';
import type { Data, Row } from '#model';
import type { Store } from '#panel/store.ts';
import { say } from '#panel/words.ts';
import { describe, fault } from '../messages/describe.ts';
import { bytesOf, plain, readable } from './content.ts';
import { HexView } from './hex-view.tsx';
import { SocketPage } from './socket-page.tsx';
import { TextView } from './text-view.tsx';

/** The ways to look at a row. */
export type View = 'preview' | 'text' | 'hex' | 'stack' | 'socket';

/** Those that a row has something for. */
export const viewsOf = (row: Row): readonly View[] => [
  'preview',
  ...(row.form === undefined ? [] : (['text', 'hex'] as const)),
  ...(row.stack === '' ? [] : (['stack'] as const)),
  'socket',
];

interface Props {
  readonly row: Row;
  readonly view: View;
  readonly store: Store;
}

/** A row as one of its views has it. */
export function Payload({ row, view, store }: Props) {
  const { data, form } = row;
  if (view === 'socket') return <SocketPage socket={row.socket} store={store} />;
  if (view === 'stack') return <TextView text={row.stack} isJson={false} highlight={undefined} />;
  if (form === undefined) return <TextView text={life(row)} isJson={false} highlight={undefined} />;
  if (data === undefined) return <p class="details-none">{say(row.size > 0 ? 'notKept' : 'empty')}</p>;
  if (view === 'hex') return <Hex data={data} />;
  return <Text data={data} laidOut={view === 'preview'} highlight={store.highlight.value} />;
}

/** What happened to the socket, in words and in full. */
const life = (row: Row) => [describe(row, Number.MAX_SAFE_INTEGER), fault(row)].filter(Boolean).join('\n');

function Hex({ data }: { data: Data }) {
  const bytes = useMemo(() => bytesOf(data), [data]);
  return <HexView bytes={bytes} />;
}

function Text({ data, laidOut, highlight }: { data: Data; laidOut: boolean; highlight: RegExp | undefined }) {
  const content = useMemo(() => (laidOut ? readable(data) : plain(data)), [data, laidOut]);
  return content ? <TextView {...content} highlight={highlight} /> : <Hex data={data} />;
}
