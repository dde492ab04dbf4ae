import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { SocketRecord } from '#model';
import { sizeText, spanText } from '#panel/figures.ts';
import { theme } from '#panel/settings/theme.ts';
import { readColours } from '#panel/views/axis/colours.ts';
import { useLoaded } from '#panel/views/editor/use-loaded.ts';
import { useWidth } from '#panel/views/layout/use-width.ts';
import { say } from '#panel/words.ts';
import { longestDrain, mostBuffered, type Steps, stepsOf } from './buffered.ts';
import type { BufferedPlot } from './buffered-plot.ts';

interface Props {
  readonly socket: SocketRecord;
  /** Where the time axis ends, in ms since the epoch; it begins where the socket was made. */
  readonly end: number;
}

/** Width of a step in CSS px. */
const STEP = 2;

const loadPlot = () => import('./buffered-plot.ts');

/** How much waited to be sent over a socket, and when: as a chart, in words, and where the pointer is. */
export function BufferedChart({ socket, end }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<BufferedPlot>(undefined);
  const module = useLoaded(loadPlot);
  const width = useWidth(place);
  const pointed = useSignal<number | undefined>(undefined);
  const { buffered, created: from } = socket;
  const steps = stepsOf(buffered, { from, to: Math.max(end, from + 1) }, Math.max(1, width / STEP));
  useEffect(() => {
    const target = place.current;
    if (!module || !target) return;
    const colours = () => readColours(target);
    const onPoint = (step: number | undefined) => {
      pointed.value = step;
    };
    plot.current = new module.BufferedPlot(target, { start: from, colours, onPoint });
    return () => plot.current?.destroy();
  }, [module, from]);
  useEffect(
    () => plot.current?.show(steps, width),
    [module, socket, width, end, buffered.length, theme.value],
  );
  const words = inWords(socket, end);
  return (
    <figure class="buffered-chart">
      <div ref={place} role="img" aria-label={words} />
      <figcaption>{pointed.value === undefined ? words : pointedText(steps, pointed.value, from)}</figcaption>
    </figure>
  );
}

/** The most that waited and when, how long the longest drain took, and what waits at the end. */
function inWords({ buffered, created }: SocketRecord, end: number): string {
  const most = mostBuffered(buffered);
  const drain = longestDrain(buffered, end);
  if (!most || !drain) return '';
  const facts = [
    say('bufferedMost', sizeText(most.amount), spanText(most.time - created)),
    say('bufferedDrain', spanText(drain.to - drain.from), spanText(drain.from - created)),
    say('bufferedEnd', sizeText(buffered.at(-1)?.amount ?? 0)),
  ];
  return facts.join(' · ');
}

const pointedText = ([times, amounts]: Steps, step: number, start: number) =>
  say('bufferedPointed', spanText((times[step] ?? start) - start), sizeText(amounts[step] ?? 0));
