import { useSignal } from '@preact/signals';
import { preview, type Remark, type Remarks, remarkKeys } from '#model';
import { Dialog } from '#panel/views/dialog/dialog.tsx';
import { type Key, say, sayCount } from '#panel/words.ts';
import './file-remarks.css';

/** The most that is shown of what a file says, in UTF-16 units. */
const LONGEST = 300;

/** Says in a line what was odd in a file, and lists it for those who ask; nothing where nothing was. */
export function FileRemarks({ remarks }: { remarks: Remarks }) {
  const asked = useSignal(false);
  if (remarks.list.length === 0) return null;
  const title = summary(remarks);
  return (
    <>
      <span class="file-remarks">{title}</span>
      <button type="button" class="framed" onClick={() => (asked.value = true)}>
        {say('listRemarks')}
      </button>
      {asked.value && (
        <Dialog title={title} onClose={() => (asked.value = false)}>
          <List remarks={remarks} />
        </Dialog>
      )}
    </>
  );
}

const summary = ({ counts, list }: Remarks): string =>
  remarkKeys
    .flatMap((key) => {
      const count = counts[key] ?? 0;
      if (count === 0) return [];
      return key === 'unit'
        ? unitText(list.find((remark) => remark.key === key))
        : sayCount(`remark_${key}`, count);
    })
    .join(' · ');

/** What the times of a file count in. */
const units: Readonly<Record<string, Key>> = {
  µs: 'unit_us',
  ns: 'unit_ns',
  seconds: 'unit_seconds',
  milliseconds: 'unit_milliseconds',
  monotonic: 'unit_monotonic',
};

const unitText = (remark: Remark | undefined): string => say(units[remark?.detail ?? ''] ?? 'unit_seconds');

function List({ remarks: { list, counts } }: { remarks: Remarks }) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <ul class="file-remark-list">
        {list.map((remark, index) => (
          <li key={index}>
            <bdi>{lineOf(remark)}</bdi>
          </li>
        ))}
      </ul>
      {all > list.length && <p>{sayCount('moreRemarks', all - list.length)}</p>}
    </>
  );
}

const lineOf = (remark: Remark): string =>
  remark.key === 'unit'
    ? unitText(remark)
    : say(`remarked_${remark.key}`, preview(remark.where, LONGEST), preview(remark.detail, LONGEST));
