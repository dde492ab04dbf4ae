import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Store } from '#panel/store.ts';
import { Find } from './find.tsx';
import { GoTo } from './go-to.tsx';
import './find.css';

type Mode = 'find' | 'go';

/** The bar above the table that Ctrl+F and Ctrl+G open: to find rows without hiding the rest, or to jump to one. */
export function FindBar({ store, onClose }: { store: Store; onClose: () => void }) {
  const mode = useSignal<Mode | undefined>(undefined);
  useBarKeys((next) => {
    mode.value = next;
  });
  const close = () => {
    mode.value = undefined;
    store.setFind('');
    onClose();
  };
  if (mode.value === 'find') return <Find store={store} onClose={close} />;
  return mode.value === 'go' ? <GoTo store={store} onClose={close} /> : null;
}

/** The browser's own find would see only the rows in view. */
function useBarKeys(open: (mode: Mode) => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey))
        return;
      const mode = ({ f: 'find', g: 'go' } as const)[event.key.toLowerCase()];
      if (!mode) return;
      event.preventDefault();
      open(mode);
      document.querySelector<HTMLInputElement>('.find-bar input')?.select();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
