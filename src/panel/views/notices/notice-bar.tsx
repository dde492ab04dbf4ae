import { useEffect } from 'preact/hooks';
import type { Notice } from '#panel/notice.ts';
import type { Store } from '#panel/store/store.ts';
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
      {notice && <Said notice={notice} onDismiss={() => store.tell(undefined)} />}
    </div>
  );
}

const Said = ({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) => (
  <div class={`notice ${notice.level}`} role={notice.level === 'error' ? 'alert' : undefined}>
    <bdi>{say(notice.key, ...notice.details)}</bdi>
    <button type="button" aria-label={say('dismiss')} title={say('dismiss')} onClick={onDismiss}>
      ×
    </button>
  </div>
);
