import { say } from '#panel/words.ts';

const arrows: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

const named = [
  'Ctrl',
  'Shift',
  'Tab',
  'Enter',
  'Escape',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Space',
  'Delete',
  'ContextMenu',
] as const;

const isApple = /^(Mac|iP)/.test(navigator.platform);

/** What is on a key, in the language of the browser; `key` as in `KeyboardEvent.key`. */
export function keyName(key: string): string {
  if (key === 'Ctrl' && isApple) return '⌘';
  const name = named.find((each) => each === key);
  return name ? say(`keyName_${name}`) : (arrows[key] ?? key);
}
