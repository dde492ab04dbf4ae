import type { QueryError } from '#model';
import { say } from '#panel/words.ts';

/** How much is quoted of the filter before and after what is wrong in it, in UTF-16 units. */
const AROUND = 10;

interface Props {
  readonly text: string;
  readonly error: QueryError;
  /** Leads to the place in the box. */
  readonly onShow: (error: QueryError) => void;
}

/** What is wrong with the filter, and the place, quoted with the fault marked: it may be scrolled out of the box. */
export function FilterError({ text, error, onShow }: Props) {
  const { at, length } = error;
  const before = text.slice(Math.max(0, at - AROUND), at);
  const after = text.slice(at + length, at + length + AROUND);
  return (
    <>
      <button type="button" class="filter-fault" title={say('filterFault')} onClick={() => onShow(error)}>
        {at > AROUND && '…'}
        {before}
        <mark>{text.slice(at, at + length) || '‸'}</mark>
        {after}
        {at + length + AROUND < text.length && '…'}
      </button>
      <span class="filter-error-words">{say(error.key, error.detail)}</span>
    </>
  );
}
