import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { countText } from '#panel/figures.ts';
import { say } from '#panel/words.ts';
import type { Reader } from '../../editor/reader.ts';
import { useLoaded } from '../../editor/use-loaded.ts';

/** How much of a text is shown until a person asks for the rest, in UTF-16 units. */
const FIRST = 1 << 20;

interface Props {
  readonly text: string;
  readonly isJson: boolean;
  /** Whether long lines are broken to the width of the window. */
  readonly wrap: boolean;
  readonly highlight: RegExp | undefined;
}

const loadReader = () => import('../../editor/reader.ts');

/** A text of any length, to read and copy from. */
export function TextView({ text, isJson, wrap, highlight }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const reader = useRef<Reader>(undefined);
  const module = useLoaded(loadReader);
  /** The text that is shown in full although it is long. */
  const full = useSignal<string | undefined>(undefined);
  const shown = text.length > FIRST && full.value !== text ? text.slice(0, FIRST) : text;

  useEffect(() => {
    if (!module || !place.current) return;
    const opened = module.openReader(place.current);
    reader.current = opened;
    return () => opened.destroy();
  }, [module]);
  useEffect(() => {
    reader.current?.show({ label: say('payload'), text: shown, isJson, wrap, highlight });
  }, [module, shown, isJson, wrap, highlight]);

  return (
    <div class="text-view">
      <div class="text-place" ref={place} />
      {shown !== text && (
        <button
          type="button"
          class="framed"
          onClick={() => {
            full.value = text;
          }}
        >
          {say('showRest', countText(shown.length), countText(text.length))}
        </button>
      )}
    </div>
  );
}
