import { useSignal } from '@preact/signals';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { type Expression, findInText, type Place } from '#model';
import { countText } from '#panel/figures.ts';
import { FindContext, useMarks, useSearched } from '#panel/views/details/find/payload-find.ts';
import { Reading } from '#panel/views/details/progress/reading.tsx';
import { useSteps } from '#panel/views/details/progress/use-steps.ts';
import type { Reader } from '#panel/views/editor/reader.ts';
import { useLoaded } from '#panel/views/editor/use-loaded.ts';
import { say } from '#panel/words.ts';

/** How much of a text is shown until a person asks for the rest, in UTF-16 units. */
export const FIRST = 1 << 24;

interface Props {
  readonly text: string;
  readonly isJson: boolean;
  /** Whether long lines are broken to the width of the window. */
  readonly wrap: boolean;
  readonly highlight: Expression | undefined;
  /** Where `text` is only the first part of one: words that say so, and what brings the rest. */
  readonly rest?: { readonly words: string; readonly onShow: () => void } | undefined;
  /** Whether the whole was asked for, however long it is. */
  readonly whole?: boolean;
}

const loadReader = () => import('#panel/views/editor/reader.ts');

/** A text of any length, to read and copy from. */
export function TextView(props: Props) {
  const module = useLoaded(loadReader);
  return <div class="text-view">{module && <Opened module={module} {...props} />}</div>;
}

type ReaderModule = Awaited<ReturnType<typeof loadReader>>;

function Opened({
  module,
  text,
  isJson,
  wrap,
  highlight,
  rest,
  whole = false,
}: Props & { module: ReaderModule }) {
  const place = useRef<HTMLDivElement>(null);
  const reader = useRef<Reader>(undefined);
  /** The text that is shown in full although it is long. */
  const full = useSignal<string | undefined>(undefined);
  const shown = text.length > FIRST && !whole && full.value !== text ? text.slice(0, FIRST) : text;
  const lines = useSteps(() => module.inLines(shown), [shown]);
  const laidOut = lines.done ? lines.value : undefined;

  useEffect(() => {
    if (!place.current) return;
    const opened = module.openReader(place.current);
    reader.current = opened;
    return () => opened.destroy();
  }, []);
  useEffect(() => {
    if (laidOut) reader.current?.show({ label: say('payload'), text: shown, lines: laidOut, isJson, wrap });
  }, [laidOut, isJson, wrap]);
  const marks = useMarks(highlight);
  useEffect(() => reader.current?.mark(marks), [marks]);
  const goTo = ({ from, to }: Place) => reader.current?.goTo(from, to);
  useFirstHit(laidOut ? shown : '', highlight, goTo);
  useSearched(
    function* ({ pattern }) {
      const places = yield* findInText(shown, pattern);
      return { count: places.length, show: (at) => goTo(places[at] ?? { from: 0, to: 0 }) };
    },
    [laidOut],
  );

  return (
    <>
      <div class="text-place" ref={place} />
      {!lines.done && <Reading at={lines.at * shown.length} of={shown.length} />}
      {(rest || shown !== text) && (
        <button
          type="button"
          class="framed"
          onClick={() => {
            if (rest) rest.onShow();
            else full.value = text;
          }}
        >
          {rest?.words ?? say('showRest', countText(shown.length), countText(text.length))}
        </button>
      )}
    </>
  );
}

/** Shows the first place that the table was searched for, unless something is looked for in the text itself. */
function useFirstHit(text: string, highlight: Expression | undefined, goTo: (place: Place) => void): void {
  const find = useContext(FindContext);
  const found = useSteps(() => firstIn(text, highlight), [text, highlight]);
  const first = found.done ? found.value : undefined;
  useEffect(() => {
    if (first && !find.sought.peek()) goTo(first);
  }, [first]);
}

function* firstIn(text: string, highlight: Expression | undefined): Generator<number, Place | undefined> {
  return highlight && (yield* findInText(text, highlight, 1))[0];
}
