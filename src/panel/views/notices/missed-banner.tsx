import type { Store } from '#panel/store/store.ts';
import { say } from '#panel/words.ts';
import './notices.css';

/** Says what of the page cannot be recorded, because another extension was there first. */
export function MissedBanner({ store }: { store: Store }) {
  const names = store.missed.names.value;
  if (names === '') return null;
  return (
    <div class="banner" role="alert">
      <bdi>{say('missed', names)}</bdi>
    </div>
  );
}
