import type { Store } from '#panel/store/store.ts';
import { say } from '#panel/words.ts';
import { isOutOfReach } from '#protocol';
import './notices.css';

interface Props {
  readonly store: Store;
  /** Loads the page again. */
  readonly reload: () => void;
}

/** Says why the page is not being recorded, and what to do. */
export function AccessBanner({ store, reload }: Props) {
  const access = store.access.value;
  if (!isOutOfReach(access)) return null;
  return (
    <div class="banner" role="alert">
      <span>{say(`access_${access}`)}</span>
      {access === 'reload' && (
        <button type="button" class="framed" onClick={reload}>
          {say('reloadPage')}
        </button>
      )}
    </div>
  );
}
