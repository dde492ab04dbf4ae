import type { Store } from '#panel/store/store.ts';
import { say } from '#panel/words.ts';

const percent = (part: number) => `${Math.floor(part * 100)} %`;

/** What there is to say where the table has no rows, or not all of them yet. */
export function TableNote({ store }: { store: Store }) {
  store.found.value;
  const { progress } = store.sight.search;
  const { length } = store.sight.table.value;
  const words = say('searching', percent(progress));
  if (length > 0)
    return progress < 1 ? <progress class="searching" value={progress} aria-label={words} /> : null;
  if (progress < 1) return <p class="messages-none">{words}</p>;
  if (store.session.value.rows.length === 0) return <p class="messages-none">{say('nothingYet')}</p>;
  return (
    <p class="messages-none">
      {say('nothingFound')}
      <button type="button" class="framed" onClick={() => showAll(store)}>
        {say('showAllRows')}
      </button>
    </p>
  );
}

function showAll(store: Store): void {
  store.sight.setFilter('');
  store.sight.showMessagesOnly(false);
  store.sight.choose(new Set());
  store.sight.setRange(undefined);
}
