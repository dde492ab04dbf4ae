import { useMemo } from 'preact/hooks';
import { type Data, imageType, readJsonTree } from '#model';
import type { Store } from '#panel/store.ts';
import { HexView } from './bytes/hex-view.tsx';
import { ImageView } from './bytes/image-view.tsx';
import { bytesOf, mayBeJson, readable } from './content.ts';
import { JsonView } from './json/json-view.tsx';
import { Reading } from './reading.tsx';
import { TextView } from './text/text-view.tsx';
import { useSteps } from './use-steps.ts';

/** A payload as it is best read: an image, JSON as a tree, text; where it is none of them, its bytes. */
export function Preview({ data, store }: { data: Data; store: Store }) {
  const image = data instanceof Uint8Array ? imageType(data) : undefined;
  const text = useMemo(() => (image ? undefined : readable(data)), [data]);
  if (image) return <ImageView bytes={bytesOf(data)} type={image} />;
  if (text === undefined) return <HexView bytes={bytesOf(data)} />;
  return mayBeJson(text) ? <Json text={text} store={store} /> : <Plain text={text} store={store} />;
}

function Json({ text, store }: { text: string; store: Store }) {
  const reading = useSteps(() => readJsonTree(text), [text]);
  if (!reading.done) return <Reading at={reading.at} of={text.length} />;
  const tree = reading.value;
  return tree ? <JsonView tree={tree} store={store} /> : <Plain text={text} store={store} />;
}

const Plain = ({ text, store }: { text: string; store: Store }) => (
  <TextView text={text} isJson={false} wrap={true} highlight={store.highlight.value} />
);
