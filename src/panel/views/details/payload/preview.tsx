import { type Data, imageType, readJsonTree } from '#model';
import type { Store } from '#panel/store/store.ts';
import { Reading } from '#panel/views/details/progress/reading.tsx';
import { useSteps } from '#panel/views/details/progress/use-steps.ts';
import { HexView } from './bytes/hex-view.tsx';
import { ImageView } from './bytes/image-view.tsx';
import { mayBeJson, readable } from './content.ts';
import { JsonView } from './json/json-view.tsx';
import { TextView } from './text/text-view.tsx';

/** A payload as it is best read: an image, JSON as a tree, text; where it is none of them, its bytes. */
export function Preview({ data, store }: { data: Exclude<Data, undefined>; store: Store }) {
  const image = typeof data === 'string' ? undefined : imageType(data);
  if (image && typeof data !== 'string') return <ImageView bytes={data} type={image} />;
  return <Readable data={data} store={store} />;
}

function Readable({ data, store }: { data: Exclude<Data, undefined>; store: Store }) {
  const reading = useSteps(() => readable(data), [data]);
  if (!reading.done) return <Reading at={reading.at * data.length} of={data.length} />;
  const text = reading.value;
  if (text === undefined) return typeof data === 'string' ? null : <HexView bytes={data} />;
  return mayBeJson(text) ? <Json text={text} store={store} /> : <Plain text={text} store={store} />;
}

function Json({ text, store }: { text: string; store: Store }) {
  const reading = useSteps(() => readJsonTree(text), [text]);
  if (!reading.done) return <Reading at={reading.at} of={text.length} />;
  const tree = reading.value;
  return tree ? <JsonView tree={tree} store={store} /> : <Plain text={text} store={store} />;
}

const Plain = ({ text, store }: { text: string; store: Store }) => (
  <TextView text={text} isJson={false} wrap={true} highlight={store.sight.highlight.value} />
);
