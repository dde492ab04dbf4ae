import { useEffect } from 'preact/hooks';
import type { Notice } from '#panel/notice.ts';
import type { Store } from '#panel/store/store.ts';
import { RowLink } from '#panel/views/messages/row-link.tsx';
import { say } from '#panel/words.ts';
import './notices.css';

/** How long a notice that is no error stays, in ms. */
const STAY = 6000;

/** What has just happened. An error stays until it is dismissed. */
export function NoticeBar({ store }: { store: Store }) {
  const notice = store.notice.value;
  useEffect(() => {
    if (notice?.level !== 'info') return;
    const timer = setTimeout(() => store.tell(undefined), STAY);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div class="notices" aria-live={notice?.level === 'error' ? 'assertive' : 'polite'}>
      {notice && <Said notice={notice} store={store} onDismiss={() => store.tell(undefined)} />}
    </div>
  );
}

interface SaidProps {
  readonly notice: Notice;
  readonly store: Store;
  readonly onDismiss: () => void;
}

const Said = ({ notice, store, onDismiss }: SaidProps) => (
  <div class={`notice ${notice.level}`} role={notice.level === 'error' ? 'alert' : undefined}>
    <bdi>{say(notice.key, ...notice.details)}</bdi>
    {notice.row !== undefined && <RowLink row={notice.row} store={store} />}
    <button type="button" aria-label={say('dismiss')} title={say('dismiss')} onClick={onDismiss}>
      ×
    </button>
  </div>
);
