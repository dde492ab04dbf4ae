import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Store } from '#panel/store/store.ts';
import { claim } from '#panel/views/keys/claim.ts';
import { say } from '#panel/words.ts';
import { readPlace, rowAt } from './place.ts';

/** Jumps to the row with a number, or to a time. */
export function GoTo({ store, onClose }: { store: Store; onClose: () => void }) {
  const box = useRef<HTMLInputElement>(null);
  const wrong = useSignal(false);
  useLayoutEffect(() => box.current?.focus(), []);
  const go = () => {
    const session = store.session.peek();
    const place = readPlace(box.current?.value ?? '', session);
    const row = place && rowAt(place, session, store.sight.result.peek());
    wrong.value = row === undefined;
    if (row === undefined) return;
    store.select(row);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') go();
    else return;
    claim(event);
  };
  return (
    <search class="find-bar" aria-label={say('goTo')} onKeyDown={onKeyDown}>
      <input
        ref={box}
        type="text"
        aria-label={say('goToBox')}
        placeholder={say('goToHint')}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={wrong.value}
        aria-describedby="go-to-fault"
      />
      <span id="go-to-fault" class="find-count" role="alert">
        {wrong.value && say('goToFault')}
      </span>
      <button type="button" class="framed" onClick={go}>
        {say('go')}
      </button>
      <button type="button" aria-label={say('findClose')} title={say('findClose')} onClick={onClose}>
        ×
      </button>
    </search>
  );
}
