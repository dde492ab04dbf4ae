import type { Store } from '#panel/store/store.ts';
import { say } from '#panel/words.ts';
import { FileRemarks } from './file-remarks.tsx';
import './notices.css';

/** Says that what is on screen is from a file, what was odd there, and leads back to the page. */
export function FileBanner({ store }: { store: Store }) {
  const file = store.sessions.file.value;
  const { remarks } = store.session.value;
  if (file === undefined) return null;
  return (
    <div class="banner">
      <bdi>{say('fromFile', file)}</bdi>
      {remarks && <FileRemarks remarks={remarks} />}
      <button type="button" class="framed" onClick={() => store.sessions.showLive()}>
        {say('backToPage')}
      </button>
    </div>
  );
}
