import { useEffect, useRef } from 'preact/hooks';
import { type Key, say } from '#panel/words.ts';
import type { FilterOption } from './filter-options.ts';

interface Props {
  readonly id: string;
  readonly options: readonly FilterOption[];
  /** Index of the option that Enter would take; -1 for none. */
  readonly active: number;
  readonly onTake: (option: FilterOption) => void;
}

/** The id of an option, as the box names the active one. */
export const optionId = (list: string, index: number): string => `${list}-${index}`;

const marks = { saved: '✓', recent: '↺', part: '' } as const;

/** What is offered below the filter box, each with words that explain it. The box keeps the focus. */
export function FilterList({ id, options, active, onTake }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={list} class="filter-list" id={id} role="listbox" aria-label={say('filterOptions')}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus and names the active option
        <div
          key={`${option.kind} ${option.text}`}
          class={`filter-option ${option.kind}`}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          title={option.kind === 'part' ? undefined : say('filterForget')}
          onPointerDown={(event) => {
            // The box would lose the focus, and with it the list would go before the click.
            event.preventDefault();
            onTake(option);
          }}
        >
          <span class="filter-option-mark" aria-hidden="true">
            {marks[option.kind]}
          </span>
          <bdi class="filter-option-text">{option.text}</bdi>
          <span class="filter-option-words">{say(option.key as Key, option.detail)}</span>
        </div>
      ))}
    </div>
  );
}
