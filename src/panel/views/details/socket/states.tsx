import type { SocketRecord } from '#model';
import { clockText, spanText } from '#panel/figures.ts';
import { say } from '#panel/words.ts';

interface Props {
  readonly socket: SocketRecord;
  /** Up to when it is known, in ms since the epoch. */
  readonly end: number;
}

/** What a socket went through: when it entered each state, who moved it there, for how long it stayed. */
export const States = ({ socket: { transitions }, end }: Props) => (
  <ol>
    {transitions.map(({ state, time, cause }, i) => (
      <li key={state}>
        {clockText(time)} {cause === 'unknown' ? '' : `${say(`state_${state}`)}, `}
        {say(`cause_${cause}`)}
        {lasted(state === 'closed', time, transitions[i + 1]?.time, end)}
      </li>
    ))}
  </ol>
);

/** For how long a state lasted, or has so far; nobody waits for the end of the last. */
function lasted(isLast: boolean, from: number, to: number | undefined, end: number): string {
  if (to !== undefined) return ` (${spanText(to - from)})`;
  return isLast ? '' : ` (${say('soFar', spanText(Math.max(0, end - from)))})`;
}
