/** A text in which what the pattern finds is marked. The pattern is global. */
export function Highlighted({ text, pattern }: { text: string; pattern: RegExp | undefined }) {
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
