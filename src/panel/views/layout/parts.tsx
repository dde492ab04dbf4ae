import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Part } from '#panel/settings/preferences.ts';
import { settings } from '#panel/settings/settings.ts';
import { say } from '#panel/words.ts';
import { Splitter } from './splitter.tsx';
import './parts.css';
import { useFencedEffect } from '#panel/views/fence/use-fenced.ts';

type Props = Readonly<Record<Part | 'messages', ComponentChildren>>;

/** The parts of the panel and the bars between them, which a person moves. Where it is narrow they stack. */
export function Parts({ timeline, sockets, messages, details, composer }: Props) {
  const { folded } = settings.layout.value;
  /** Those that are kept, and on the way there those of a bar that is being moved. */
  const sizes = useSignal(settings.layout.value.sizes);
  useFencedEffect(() => {
    sizes.value = settings.layout.value.sizes;
  });
  const sizing = (part: Part) => ({
    size: sizes.value[part],
    onMove: (size: number) => {
      sizes.value = { ...sizes.value, [part]: size };
    },
    onDone: () => {
      settings.layout.value = { folded, sizes: sizes.value };
    },
  });
  return (
    <main class="parts" data-folded={folded.join(' ')} style={properties(sizes.value)}>
      {timeline}
      <Splitter across="y" label={say('sizeTimeline')} least={50} grows={1} {...sizing('timeline')} />
      <div class="middle">
        {sockets}
        <Splitter across="x" label={say('sizeSockets')} least={120} grows={1} {...sizing('sockets')} />
        {messages}
        <Splitter across="x" label={say('sizeDetails')} least={180} grows={-1} {...sizing('details')} />
        {details}
      </div>
      <Splitter across="y" label={say('sizeComposer')} least={60} grows={-1} {...sizing('composer')} />
      {composer}
    </main>
  );
}

/** Sizes as CSS has them: `--details: 400px`. */
const properties = (sizes: { readonly [part in Part]?: number }) =>
  Object.fromEntries(Object.entries(sizes).map(([part, size]) => [`--${part}`, `${size}px`]));
