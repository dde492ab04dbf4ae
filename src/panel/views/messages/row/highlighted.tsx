import type { ComponentChildren } from 'preact';
import type { Pattern } from '#model';

interface Props {
  readonly text: string;
  readonly pattern: Pattern | undefined;
}

/** A text in which what the pattern finds is marked. */
export const Highlighted = ({ text, pattern }: Props) => <>{highlighted(text, pattern)}</>;

/** The same as what is in an element. */
export function highlighted(text: string, pattern: Pattern | undefined): ComponentChildren {
  if (!pattern) return text;
  const parts = [];
  let end = 0;
  for (const { index, length } of pattern.matches(text)) {
    if (length === 0) continue;
    const found = text.slice(index, index + length);
    parts.push(text.slice(end, index), <mark key={parts.length}>{found}</mark>);
    end = index + length;
  }
  return parts.length === 0 ? text : [...parts, text.slice(end)];
}
