import browser from 'webextension-polyfill';
import type messages from '../../public/_locales/en/messages.json';

/** A message of `public/_locales`. */
export type Key = keyof typeof messages;

/** A message that comes in the plural forms of the language: `key_one`, `key_other` … */
type PluralKey<K = Key> = K extends `${infer Stem}_other` ? Stem : never;

/** The language that the messages are in, as a BCP 47 tag: figures and plurals go with the words around them. */
export const language: string = browser.i18n.getMessage('language' satisfies Key);

const plural = new Intl.PluralRules(language);

const number = new Intl.NumberFormat(language);

/** Longer figures nobody reads. */
const MOST = 1e15;

/** Messages without gaps that were said before: the table says some in every row, and asking the browser takes longer than the rest of a cell. */
const said = new Map<Key, string>();

/** A message in the language of the browser, its gaps `$1` to `$9` filled in order. */
export function say(key: Key, ...details: readonly string[]): string {
  if (details.length > 0) return browser.i18n.getMessage(key, [...details]);
  const words = said.get(key) ?? browser.i18n.getMessage(key);
  said.set(key, words);
  return words;
}

/** A message about `n` things, in the form that the language has for that number; `$1` is the number. */
export function sayCount(key: PluralKey, n: number): string {
  const figure = Math.abs(n) < MOST ? number.format(n) : String(n);
  const form = browser.i18n.getMessage(`${key}_${plural.select(n)}`, figure);
  return form || browser.i18n.getMessage(`${key}_other`, figure);
}
