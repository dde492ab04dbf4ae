import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { say } from '#panel/words.ts';
import { Splitter } from './splitter.tsx';
import './parts.css';

interface Props {
  readonly timeline: ComponentChildren;
  readonly sockets: ComponentChildren;
  readonly messages: ComponentChildren;
  readonly details: ComponentChildren;
  readonly composer: ComponentChildren;
}

/** The parts of the panel and the bars between them, which a person moves. Where it is narrow they stack. */
export function Parts({ timeline, sockets, messages, details, composer }: Props) {
  const timelineHeight = useSignal<number | undefined>(undefined);
  const socketsWidth = useSignal(230);
  const detailsWidth = useSignal(400);
  const composerHeight = useSignal(96);
  const sizes = {
    '--timeline': timelineHeight.value === undefined ? undefined : `${timelineHeight.value}px`,
    '--sockets': `${socketsWidth.value}px`,
    '--details': `${detailsWidth.value}px`,
    '--composer': `${composerHeight.value}px`,
  };
  return (
    <main class="parts" style={sizes}>
      {timeline}
      <Splitter across="y" label={say('sizeTimeline')} size={timelineHeight} least={50} grows={1} />
      <div class="middle">
        {sockets}
        <Splitter across="x" label={say('sizeSockets')} size={socketsWidth} least={120} grows={1} />
        {messages}
        <Splitter across="x" label={say('sizeDetails')} size={detailsWidth} least={180} grows={-1} />
        {details}
      </div>
      <Splitter across="y" label={say('sizeComposer')} size={composerHeight} least={60} grows={-1} />
      {composer}
    </main>
  );
}
