import { useSignal } from '@preact/signals';
import { useContext, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { countText } from '#panel/figures.ts';
import { useSteps } from '#panel/views/details/progress/use-steps.ts';
import { claim } from '#panel/views/keys/claim.ts';
import { say, sayCount } from '#panel/words.ts';
import { FindContext, type Found, type SearchView } from './payload-find.ts';
import type { Sought } from './sought.ts';
import '#panel/views/find/find.css';

const nothing: Found = { count: 0, show: () => undefined };

/** Walks through the places of the payload on screen that have what is looked for. */
export function FindInPayload({ onClose }: { onClose: () => void }) {
  const { text, sought, view } = useContext(FindContext);
  const box = useRef<HTMLInputElement>(null);
  const at = useSignal(0);
  const progress = useSteps(() => search(view.value, sought.value), [view.value, sought.value]);
  const found = progress.done ? progress.value : nothing;
  const step = (by: number) => {
    if (found.count === 0) return;
    at.value = (at.value + by + found.count) % found.count;
    found.show(at.value);
  };
  useLayoutEffect(() => box.current?.focus(), []);
  useEffect(() => {
    at.value = 0;
    if (found.count > 0) found.show(0);
  }, [found]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' || event.key === 'F3') step(event.shiftKey ? -1 : 1);
    else return;
    claim(event);
  };
  return (
    <search
      class="find-bar in-payload"
      hidden={!view.value}
      aria-label={say('findInPayload')}
      onKeyDown={onKeyDown}
    >
      <input
        ref={box}
        type="search"
        aria-label={say('findInPayload')}
        placeholder={say('findInPayload')}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={text.value !== '' && !sought.value}
        aria-describedby="payload-find-count"
        value={text.value}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
      />
      <span id="payload-find-count" class="find-count" role="status">
        {sought.value && (progress.done ? countOf(at.value, found.count) : '…')}
      </span>
      <Step name={say('findPrevious')} sign="↑" onClick={() => step(-1)} />
      <Step name={say('findNext')} sign="↓" onClick={() => step(1)} />
      <Step name={say('findClose')} sign="×" onClick={onClose} />
    </search>
  );
}

const Step = ({ name, sign, onClick }: { name: string; sign: string; onClick: () => void }) => (
  <button type="button" aria-label={name} title={name} onClick={onClick}>
    {sign}
  </button>
);

function* search(view: SearchView | undefined, sought: Sought | undefined): Generator<number, Found> {
  return view && sought ? yield* view(sought) : nothing;
}

const countOf = (at: number, count: number) =>
  count === 0 ? sayCount('hits', 0) : say('hitOf', countText(at + 1), countText(count));
