import { useSignal } from '@preact/signals';
import type { Store } from '#panel/store/store.ts';
import { useShortcuts } from '#panel/views/keys/use-shortcuts.ts';
import { Find } from './find.tsx';
import { GoTo } from './go-to.tsx';
import './find.css';

type Mode = 'find' | 'go';

/** The bar above the table that Ctrl+F and Ctrl+G open: to find rows without hiding the rest, or to jump to one. */
export function FindBar({ store, onClose }: { store: Store; onClose: () => void }) {
  const mode = useSignal<Mode | undefined>(undefined);
  const open = (next: Mode) => {
    mode.value = next;
    const box = document.querySelector<HTMLInputElement>('.find-bar input');
    box?.focus();
    box?.select();
  };
  // The browser's own find would see only the rows in view.
  useShortcuts({ 'Ctrl+F': () => open('find'), 'Ctrl+G': () => open('go') });
  const close = () => {
    mode.value = undefined;
    store.sight.setFind('');
    onClose();
  };
  if (mode.value === 'find') return <Find store={store} onClose={close} />;
  return mode.value === 'go' ? <GoTo store={store} onClose={close} /> : null;
}
