import { toggleFold } from '#panel/settings/layout.ts';
import { settings } from '#panel/settings/settings.ts';
import { useShortcuts } from '#panel/views/keys/use-shortcuts.ts';
import { say } from '#panel/words.ts';
import './take-part.css';

const toggle = () => {
  settings.layout.value = toggleFold(settings.layout.value, 'drawer');
};

/** The names of what one takes part with. The drawer is folded until one is chosen, and again when it is chosen once more. */
export function TakePartTabs() {
  useShortcuts({ 'Shift+C': toggle });
  const open = !settings.layout.value.folded.includes('drawer');
  return (
    <div class="take-part-tabs" role="tablist" aria-label={say('takePart')}>
      <button
        type="button"
        role="tab"
        id="take-part-compose"
        aria-selected={open}
        aria-controls={open ? 'take-part' : undefined}
        title={say('composeTitle')}
        onClick={toggle}
      >
        {say('compose')}
      </button>
    </div>
  );
}
