import { say } from '#panel/words.ts';

/** Height of the header in CSS px, as the rows below it are laid out by number. */
export const HEADER_HEIGHT = 22;

const columns = ['number', 'time', 'delta', 'direction', 'kind', 'size', 'socket', 'preview'] as const;

export const GridHeader = () => (
  // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus
  <div class="message-row grid-header" role="row" aria-rowindex={1}>
    {columns.map((column) => (
      // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus
      <div key={column} role="columnheader" class={`cell-${column}`} title={say(`column_${column}_full`)}>
        {say(`column_${column}`)}
      </div>
    ))}
  </div>
);
