import type { ComponentChildren } from 'preact';

interface Props {
  readonly text: string;
  readonly pattern: RegExp | undefined;
}

/** A text in which what the pattern finds is marked. The pattern is global. */
export const Highlighted = ({ text, pattern }: Props) => <>{highlighted(text, pattern)}</>;

/** The same as what is in an element. */
export function highlighted(text: string, pattern: RegExp | undefined): ComponentChildren {
  if (!pattern) return text;
  const parts = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (!found) continue;
    parts.push(text.slice(end, index), <mark key={parts.length}>{found}</mark>);
    end = index + found.length;
  }
  return parts.length === 0 ? text : [...parts, text.slice(end)];
}
