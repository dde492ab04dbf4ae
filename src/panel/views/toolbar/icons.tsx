/** Drawings of the toolbar, 16 by 16, in the colour of their text. */
const paths = {
  record: 'M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z',
  freeze: 'M8 2.5v11M3.2 5.2l9.6 5.6M3.2 10.8l9.6-5.6M6.3 3.2 8 4.6l1.7-1.4M6.3 12.8 8 11.4l1.7 1.4',
  clear: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM4.2 4.2l7.6 7.6',
  import: 'M8 10.5v-8M4.8 5.7 8 2.5l3.2 3.2M2.5 13.5h11',
  export: 'M8 2v8M4.8 6.8 8 10l3.2-3.2M2.5 13.5h11',
  settings: 'M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6M10 3v3M6 10v3',
  keys: 'M6 6.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.3v.4M8 12v.3',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3l3.4 3.4',
} as const;

export const Icon = ({ name }: { name: keyof typeof paths }) => (
  <svg class={`icon ${name}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <path d={paths[name]} fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" />
  </svg>
);
