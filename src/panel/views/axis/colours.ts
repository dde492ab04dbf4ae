const names = [
  'surface',
  'line',
  'text',
  'text-faint',
  'accent',
  'sent',
  'received',
  'panel-made',
  'connecting',
  'open',
  'closing',
  'closed',
  'failed',
] as const;

export type Colours = Readonly<Record<(typeof names)[number], string>>;

/** The colours of the theme as a canvas can use them; they are registered in theme.css. */
export function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`)])) as Colours;
}
