import { useEffect, useRef } from 'preact/hooks';
import { claim } from './claim.ts';
import { combination, isPressed, isWriting } from './combination.ts';

/**
 * Keys that work wherever the focus is, by their combination; those that write only where nothing is being written,
 * none while a dialog is open. DevTools, which listens on the document, does not hear of them.
 */
export function useShortcuts(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const pressed = combination(event);
      const action = Object.hasOwn(latest.current, pressed) ? latest.current[pressed] : undefined;
      if (!action || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      if (!/^Ctrl\+|F\d+$/.test(pressed) && isWriting(event.target)) return;
      if (pressed === 'Space' && isPressed(event.target)) return;
      claim(event);
      action();
    };
    document.body.addEventListener('keydown', onKeyDown);
    return () => document.body.removeEventListener('keydown', onKeyDown);
  }, []);
}
