import { say } from '#panel/words.ts';
import type { Coming } from './use-coming.ts';

/** What is said in place of a payload that is being read from disk, or could not be. */
export const FromDisk = ({ coming }: { coming: Coming<unknown> }) =>
  coming.state === 'failed' ? (
    <p class="details-none" role="alert">
      {say('diskUnreadable', coming.reason)}
    </p>
  ) : (
    <p class="details-none">{say('readingDisk')}</p>
  );
