/**
 * What cannot be seen or turns the line around it: controls, format characters such as bidi overrides, line and
 * paragraph separators, fillers, and lone surrogates. Joiners and variation selectors stay: emoji and many scripts
 * are written with them, and they do nothing else. https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const UNSEEN =
  /(?!\u200c|\u200d|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A text as one line in which everything can be seen: controls as their pictures (U+240A for a line feed), other
 * unseen characters as escapes such as `\u202e`.
 */
export const visible = (text: string): string => text.replace(UNSEEN, picture);

function picture(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x20) return String.fromCharCode(0x2400 + point);
  if (point === 0x7f) return '\u2421';
  return escapeUnseen(character);
}

/** A text with escapes for all that cannot be seen, as a string literal may have them. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, escapeUnseen);

const escapeUnseen = (character: string) =>
  Array.from({ length: character.length }, (_, unit) => hexUnit(character.charCodeAt(unit))).join('');

const hexUnit = (unit: number) => `\\u${unit.toString(16).padStart(4, '0')}`;
