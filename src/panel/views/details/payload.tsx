import { type Data, type Row, wireBytesInSteps } from '#model';
import type { View } from '#panel/settings/preferences.ts';
import type { Store } from '#panel/store/store.ts';
import { describe, fault } from '#panel/views/messages/row/describe.ts';
import { say } from '#panel/words.ts';
import { CompareTab } from './compare/compare-tab.tsx';
import { Base64View } from './payload/bytes/base64-view.tsx';
import { HexView } from './payload/bytes/hex-view.tsx';
import { isBinary } from './payload/content.ts';
import { Preview } from './payload/preview.tsx';
import { TextTab } from './payload/text/text-tab.tsx';
import { TextView } from './payload/text/text-view.tsx';
import { Reading } from './progress/reading.tsx';
import { useSteps } from './progress/use-steps.ts';
import { SocketPage } from './socket/socket-page.tsx';
import { StackView } from './stack/stack-view.tsx';

/** The ways to look at a row that it has something for. */
export const viewsOf = (row: Row): readonly View[] => [
  // Of bytes that are neither an image nor text there is nothing to see but the bytes.
  ...(isBinary(row.data) ? (['hex', 'text'] as const) : (['preview'] as const)),
  ...(row.form === undefined || isBinary(row.data) ? [] : (['text', 'hex'] as const)),
  ...(row.data instanceof Uint8Array ? (['base64'] as const) : []),
  ...(row.data === undefined || row.form === undefined ? [] : (['compare'] as const)),
  ...(row.stack === '' ? [] : (['stack'] as const)),
  'socket',
];

/** Those that show nothing of a payload. */
export const withoutPayload: ReadonlySet<View> = new Set(['stack', 'socket']);

interface Props {
  readonly row: Row;
  readonly view: View;
  readonly store: Store;
}

/** A row as one of its views has it. */
export function Payload({ row, view, store }: Props) {
  const { data, form } = row;
  if (view === 'socket') return <SocketPage socket={row.socket} store={store} />;
  if (view === 'stack') return <StackView stack={row.stack} />;
  if (form === undefined) return <Plain text={life(row)} />;
  if (data === undefined || (data.length === 0 && view !== 'compare'))
    return <p class="details-none">{say(row.size > 0 ? 'notKept' : 'emptyMessage')}</p>;
  if (view === 'base64' && typeof data !== 'string') return <Base64View bytes={data} />;
  switch (view) {
    case 'hex':
      return <Hex data={data} />;
    case 'compare':
      return <CompareTab row={row} store={store} />;
    case 'text':
      return <TextTab data={data} highlight={store.sight.highlight.value} />;
    default:
      return <Preview data={data} store={store} />;
  }
}

/**
 * What happened to the socket, in words and in full, without the isolates of ours: the editor would show them as
 * characters of the page, whose own are escapes by then.
 */
const life = (row: Row) =>
  [describe(row, Number.MAX_SAFE_INTEGER), fault(row)]
    .filter(Boolean)
    .join('\n')
    .replace(/[\u2068\u2069]/g, '');

const Plain = ({ text }: { text: string }) => (
  <TextView text={text} isJson={false} wrap={true} highlight={undefined} />
);

type Present = Exclude<Data, undefined>;

function Hex({ data }: { data: Present }) {
  const bytes = useSteps(() => wireBytesInSteps(data), [data]);
  return bytes.done ? (
    <HexView bytes={bytes.value} />
  ) : (
    <Reading at={bytes.at * data.length} of={data.length} />
  );
}
