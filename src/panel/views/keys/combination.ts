/** A key with what is held down beside it, as `Ctrl+E`, `Shift+T`, `?`; Ctrl stands for ⌘, too. */
export function combination({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const letter = key.length === 1 ? key.toUpperCase() : key;
  // A sign such as ? is typed with Shift on one keyboard and without on another.
  const shifted = shiftKey && (key.length > 1 || letter !== key.toLowerCase());
  return [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shifted && 'Shift', letter]
    .filter(Boolean)
    .join('+');
}

/** Whether a key is being typed into something there. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));
