import type { SocketRecord } from '#model';
import { say } from '#panel/words.ts';
import './state-sign.css';

/** Whether a socket ended otherwise than by a clean close. */
export const failed = (socket: SocketRecord): boolean =>
  socket.error !== undefined || socket.close?.wasClean === false;

/** A socket's state as a sign that differs in shape and not only in colour, with its name for those who listen. */
export function StateSign({ socket }: { socket: SocketRecord }) {
  const state = socket.state === 'closed' && failed(socket) ? 'failed' : socket.state;
  return (
    <span
      class={`state-sign ${state}`}
      role="img"
      aria-label={say(`state_${state}`)}
      title={say(`state_${state}`)}
    >
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <circle cx="5" cy="5" r="3.5" />
        <path d={shapes[state]} />
      </svg>
    </span>
  );
}

const shapes = {
  connecting: '',
  open: '',
  closing: 'M5 1.5a3.5 3.5 0 0 1 0 7z',
  closed: '',
  failed: 'M3.4 3.4l3.2 3.2M6.6 3.4l-3.2 3.2',
} as const;
