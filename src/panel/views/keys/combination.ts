/** A key with what is held down beside it, as `Ctrl+E`, `Shift+T`, `?`; Ctrl stands for ⌘, too. */
export function combination(event: KeyboardEvent): string {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  const key = event.key === ' ' ? 'Space' : keyOf(event);
  const letter = key.length === 1 ? key.toUpperCase() : key;
  // A sign such as ? is typed with Shift on one keyboard and without on another.
  const shifted = shiftKey && (key.length > 1 || letter !== key.toLowerCase());
  return [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shifted && 'Shift', letter]
    .filter(Boolean)
    .join('+');
}

/** What is on a key, as `KeyboardEvent.key` names it; a letter of another script is the Latin one of that place. */
export function keyOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  return isOtherLetter.test(key) && code.startsWith('Key') ? code.slice('Key'.length).toLowerCase() : key;
}

const isOtherLetter = /^(?!\p{Script=Latin})\p{L}$/u;

/** Whether the space bar presses, opens or chooses what is there. */
export const isPressed = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('button, summary, a, [role=tree], [role=listbox], [role=menu]') !== null;

/** Whether a key is being typed into something there. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));
