import type { Standing } from '#model';
import { say } from '#panel/words.ts';
import './state-sign.css';

/** How a socket stands, as a sign that differs in shape and not only in colour, with its name for those who listen. */
export const StateSign = ({ standing }: { standing: Standing }) => (
  <span
    class={`state-sign ${standing}`}
    role="img"
    aria-label={say(`state_${standing}`)}
    title={say(`state_${standing}`)}
  >
    <svg viewBox="0 0 10 10" aria-hidden="true">
      <circle cx="5" cy="5" r="3.5" />
      <path d={shapes[standing]} />
    </svg>
  </span>
);

const shapes = {
  connecting: '',
  open: '',
  closing: 'M5 1.5a3.5 3.5 0 0 1 0 7z',
  closed: '',
  failed: 'M3.4 3.4l3.2 3.2M6.6 3.4l-3.2 3.2',
  unknown: 'M3.2 5h3.6',
} as const;
