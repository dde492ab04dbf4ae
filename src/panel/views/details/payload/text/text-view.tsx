import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { countText } from '#panel/figures.ts';
import type { Reader } from '#panel/views/editor/reader.ts';
import { useLoaded } from '#panel/views/editor/use-loaded.ts';
import { say } from '#panel/words.ts';

/** How much of a text is shown until a person asks for the rest, in UTF-16 units. */
export const FIRST = 1 << 20;

interface Props {
  readonly text: string;
  readonly isJson: boolean;
  /** Whether long lines are broken to the width of the window. */
  readonly wrap: boolean;
  readonly highlight: RegExp | undefined;
  /** Where `text` is only the first part of one: how long that is, in UTF-16 units, and what brings it. */
  readonly rest?: { readonly length: number; readonly onShow: () => void } | undefined;
  /** Whether the whole was asked for, however long it is. */
  readonly whole?: boolean;
}

const loadReader = () => import('#panel/views/editor/reader.ts');

/** A text of any length, to read and copy from. */
export function TextView({ text, isJson, wrap, highlight, rest, whole = false }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const reader = useRef<Reader>(undefined);
  const module = useLoaded(loadReader);
  /** The text that is shown in full although it is long. */
  const full = useSignal<string | undefined>(undefined);
  const shown = text.length > FIRST && !whole && full.value !== text ? text.slice(0, FIRST) : text;

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
      {(rest || shown !== text) && (
        <button
          type="button"
          class="framed"
          onClick={() => {
            if (rest) rest.onShow();
            else full.value = text;
          }}
        >
          {say('showRest', countText(shown.length), countText(rest?.length ?? text.length))}
        </button>
      )}
    </div>
  );
}
