import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { type Part, type Shares, withShares } from '#panel/settings/layout.ts';
import { settings } from '#panel/settings/settings.ts';
import { type Key, say } from '#panel/words.ts';
import { shape } from './shape.ts';
import { Splitter } from './splitter.tsx';
import './parts.css';
import { useFencedEffect } from '#panel/views/fence/use-fenced.ts';

interface Props extends Readonly<Record<Part | 'messages', ComponentChildren>> {
  /** Whether there is something to show in the details: without it they take no room. */
  readonly detailed: boolean;
}

const labels: Readonly<Record<Part, Key>> = {
  timeline: 'sizeTimeline',
  details: 'sizeDetails',
  drawer: 'sizeComposer',
};

/** Along which axis each part is sized, where it is not along the height. */
const sideways = { timeline: ['below'], details: ['below', 'wide'], drawer: ['below'] };

/** The parts of the panel and the bars between them, which a person moves. How they lie is in the style sheet. */
export function Parts({ timeline, messages, details, drawer, detailed }: Props) {
  const { folded } = settings.layout.value;
  const form = shape.value;
  /** Those that are kept, and on the way there those of a bar that is being moved. */
  const moved = useSignal<Shares>({});
  useFencedEffect(() => {
    moved.value = settings.layout.value.shares[shape.value] ?? {};
  });
  const bar = (part: Part) => (
    <Splitter
      across={sideways[part].includes(form) ? 'x' : 'y'}
      label={say(labels[part])}
      part={part}
      share={moved.value[part]}
      grows={part === 'timeline' ? 1 : -1}
      onMove={(share) => {
        moved.value = { ...moved.value, [part]: share };
      }}
      onDone={() => {
        settings.layout.value = withShares(settings.layout.value, form, moved.value);
      }}
    />
  );
  const shown = visible(folded, detailed, form !== 'wide');
  return (
    <main class="parts" data-shape={form} data-shown={[...shown].join(' ')} style={tracks(moved.value)}>
      {timeline}
      {bar('timeline')}
      {messages}
      {bar('details')}
      {details}
      {bar('drawer')}
      {drawer}
    </main>
  );
}

/** The parts that are there. Where there is no room for both, the drawer is in the place of the details. */
function visible(folded: readonly Part[], detailed: boolean, isNarrow: boolean): ReadonlySet<Part> {
  const shown = new Set<Part>((['timeline', 'drawer'] as const).filter((part) => !folded.includes(part)));
  if (detailed && !folded.includes('details') && !(isNarrow && shown.has('drawer'))) shown.add('details');
  return shown;
}

/** Shares as CSS has them: `--details: 40%`. */
const tracks = (shares: Shares) =>
  Object.fromEntries(Object.entries(shares).map(([part, share]) => [`--${part}`, `${share}%`]));
