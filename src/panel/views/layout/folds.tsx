import { type Part, parts, toggleFold } from '#panel/settings/layout.ts';
import { settings } from '#panel/settings/settings.ts';
import { useShortcuts } from '#panel/views/keys/use-shortcuts.ts';
import { say } from '#panel/words.ts';
import './folds.css';

const keys: Readonly<Record<Part, string>> = { timeline: 'Shift+T', details: 'Shift+D', drawer: 'Shift+C' };

const fold = (part: Part) => {
  settings.layout.value = toggleFold(settings.layout.value, part);
};

/** Buttons that fold parts of the panel away, and back. */
export function Folds() {
  useShortcuts({ [keys.timeline]: () => fold('timeline'), [keys.details]: () => fold('details') });
  const { folded } = settings.layout.value;
  return (
    <div class="folds" role="group" aria-label={say('parts')}>
      {parts.map((part) => (
        <button
          key={part}
          type="button"
          aria-label={say(`part_${part}`)}
          aria-pressed={!folded.includes(part)}
          title={say('foldTitle', say(`part_${part}`), keys[part])}
          onClick={() => fold(part)}
        >
          <span class={`fold-sign ${part}`} aria-hidden="true" />
        </button>
      ))}
    </div>
  );
}
