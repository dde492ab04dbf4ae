import { shareText } from '#panel/figures.ts';
import type { Store } from '#panel/store/store.ts';
import { language, say, sayCount } from '#panel/words.ts';
import { isOutOfReach } from '#protocol';
import { FirstSteps } from './first-steps.tsx';
import { showAll } from './in-context.ts';

const list = new Intl.ListFormat(language);

/** What there is to say where the table has no rows, or not all of them yet. */
export function TableNote({ store }: { store: Store }) {
  store.found.value;
  const { progress } = store.sight.search;
  const { length } = store.sight.table.value;
  const words = say('searching', shareText(progress));
  if (length > 0)
    return progress < 1 ? <progress class="searching" value={progress} aria-label={words} /> : null;
  if (progress < 1) return <p class="messages-none">{words}</p>;
  if (store.session.value.rows.length === 0)
    // The banner says why there will be none.
    return isOutOfReach(store.access.value) ? null : <FirstSteps />;
  return (
    <p class="messages-none">
      {say('nothingFound', list.format(narrowing(store)))}
      <button type="button" class="framed" onClick={() => showAll(store)}>
        {say('showAllRows')}
      </button>
    </p>
  );
}

/** What keeps rows out of the table, each in words. */
function narrowing({ sight }: Store): string[] {
  const chosen = sight.chosen.value.size;
  const each = [
    sight.filter.value.trim() && say('unmatchedFilter'),
    sight.messagesOnly.value && say('unmatchedMessagesOnly'),
    chosen > 0 && sayCount('unmatchedSockets', chosen),
    sight.range.value && say('unmatchedRange'),
  ];
  return each.filter((words): words is string => typeof words === 'string' && words !== '');
}
