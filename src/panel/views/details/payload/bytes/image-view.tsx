import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { countText, sizeText } from '#panel/figures.ts';
import { say } from '#panel/words.ts';
import { HexView } from './hex-view.tsx';
import './image-view.css';

interface Props {
  readonly bytes: Uint8Array;
  /** Its MIME type. */
  readonly type: string;
}

/** Bytes as the image that they are; as bytes where the browser cannot show them. */
export function ImageView({ bytes, type }: Props) {
  const url = useSignal<string | undefined>(undefined);
  const size = useSignal('');
  const broken = useSignal<Uint8Array | undefined>(undefined);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
    url.value = made;
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  if (broken.value === bytes) return <HexView bytes={bytes} />;
  return (
    <figure class="image-view">
      <img
        src={url.value}
        alt={say('imageAlt', type)}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
          size.value = `${countText(naturalWidth)} × ${countText(naturalHeight)}`;
        }}
        onError={() => {
          broken.value = bytes;
        }}
      />
      <figcaption>{[type, size.value, sizeText(bytes.length)].filter(Boolean).join(' · ')}</figcaption>
    </figure>
  );
}
