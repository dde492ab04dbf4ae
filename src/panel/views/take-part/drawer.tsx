import { untracked } from '@preact/signals';
import { withoutPart } from '#panel/settings/layout.ts';
import { settings } from '#panel/settings/settings.ts';
import type { Store } from '#panel/store/store.ts';
import { useFencedEffect } from '#panel/views/fence/use-fenced.ts';
import { shape } from '#panel/views/layout/shape.ts';
import { Composer } from './composer/composer.tsx';
import type { Draft } from './composer/draft.ts';

/** What one takes part with. Where there is room for one of both only, a row that is selected shows its details instead. */
export function Drawer({ store, draft }: { store: Store; draft: Draft }) {
  const isFolded = settings.layout.value.folded.includes('drawer');
  useFencedEffect(() => {
    if (store.selected.value === undefined || shape.peek() === 'wide') return;
    untracked(() => {
      settings.layout.value = withoutPart(settings.layout.value, 'drawer');
    });
  });
  return (
    <div class="drawer" id="take-part" role="tabpanel" aria-labelledby="take-part-compose">
      {!isFolded && <Composer store={store} draft={draft} />}
    </div>
  );
}
