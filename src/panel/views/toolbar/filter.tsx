import type { Store } from '#panel/store/store.ts';
import { claim } from '#panel/views/keys/claim.ts';
import { combination } from '#panel/views/keys/combination.ts';
import { useShortcuts } from '#panel/views/keys/use-shortcuts.ts';
import { enterTable } from '#panel/views/messages/entering.ts';
import { say, sayCount } from '#panel/words.ts';
import { FilterError } from './filter-error.tsx';
import { FilterList, optionId } from './filter-list.tsx';
import { Icon } from './icons.tsx';
import { type FilterBox, useFilterBox } from './use-filter-box.ts';
import './filter.css';

const LIST = 'filter-list';

/**
 * The filter box: the table follows as one types, and ways to go on are offered below it, as in
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ (it stays a search box, which says what it is for).
 */
export function Filter({ store }: { store: Store }) {
  const filter = useFilterBox(store);
  const { box, options, active, saved } = filter;
  const text = store.sight.filter.value;
  const error = store.sight.filterError.value;
  useShortcuts({
    '/': () => {
      box.current?.focus();
      box.current?.select();
    },
  });
  return (
    <div class="filter">
      <Icon name="search" />
      <div class="filter-box">
        <input
          ref={box}
          type="search"
          aria-label={say('filter')}
          placeholder={say('filterHint')}
          title={say('filterKeys')}
          spellcheck={false}
          autocomplete="off"
          aria-autocomplete="list"
          aria-controls={options.length > 0 ? LIST : undefined}
          aria-activedescendant={active < 0 ? undefined : optionId(LIST, active)}
          aria-invalid={error !== undefined}
          aria-describedby="filter-error"
          value={text}
          onInput={(event) => filter.write(event.currentTarget.value)}
          onClick={() => filter.open(true)}
          onBlur={filter.leave}
          onKeyDown={(event) => onKey(event, filter, store)}
        />
        {text.trim() !== '' && <SaveButton saved={saved} onClick={filter.toggleSaved} />}
        {options.length > 0 && <FilterList id={LIST} onTake={filter.take} {...{ options, active }} />}
        <span class="heard" role="status">
          {options.length > 0 && sayCount('filterOffers', options.length)}
        </span>
      </div>
      <button
        type="button"
        class="messages-only"
        title={say('messagesOnlyTitle')}
        aria-pressed={store.sight.messagesOnly.value}
        onClick={() => store.sight.showMessagesOnly(!store.sight.messagesOnly.value)}
      >
        {say('messagesOnly')}
      </button>
      <span id="filter-error" class="filter-error" role="alert">
        {error && (
          <FilterError
            text={text}
            error={error}
            onShow={({ at, length }) => {
              box.current?.focus();
              box.current?.setSelectionRange(at, at + length);
            }}
          />
        )}
      </span>
    </div>
  );
}

function SaveButton({ saved, onClick }: { saved: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      class="filter-save"
      aria-label={say('saveFilter')}
      title={say(saved ? 'saveFilterOn' : 'saveFilter')}
      aria-pressed={saved}
      onClick={onClick}
    >
      <Bookmark filled={saved} />
    </button>
  );
}

function onKey(event: KeyboardEvent, filter: FilterBox, store: Store): void {
  const option = filter.options[filter.active];
  if (event.key === 'ArrowDown' && filter.options.length === 0 && !event.altKey) {
    filter.leave();
    enterTable();
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    filter.step(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'Escape') {
    if (filter.options.length > 0) filter.open(false);
    else store.sight.setFilter('');
  } else if (combination(event) === 'Ctrl+D') {
    if (store.sight.filter.peek().trim() !== '') filter.toggleSaved();
  } else if (event.key === 'Enter' && !option) {
    filter.leave();
    enterTable();
  } else if (option && (event.key === 'Enter' || event.key === 'Tab')) {
    filter.take(option);
  } else if (option && option.kind !== 'part' && event.key === 'Delete' && event.shiftKey) {
    filter.forget(option);
  } else return;
  claim(event);
}

/** Not a star: that is a mark on a message. */
const Bookmark = ({ filled }: { filled: boolean }) => (
  <svg viewBox="0 0 10 12" width="10" height="12" aria-hidden="true">
    <path d="M1.5 1h7v9.5L5 7.8l-3.5 2.7z" fill={filled ? 'currentColor' : 'none'} stroke="currentColor" />
  </svg>
);
