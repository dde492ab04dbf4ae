import { sizeText } from '#panel/figures.ts';
import { say } from '#panel/words.ts';

/** Says how far long work has come, both in bytes or UTF-16 units. */
export const Reading = ({ at, of }: { at: number; of: number }) => (
  <p class="details-none">
    {say('reading', sizeText(of))}
    <br />
    <progress value={at} max={of} aria-label={say('reading', sizeText(of))} />
  </p>
);
