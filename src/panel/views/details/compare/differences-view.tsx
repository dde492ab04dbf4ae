import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { visible } from '#model';
import { settings } from '#panel/settings/settings.ts';
import { say, sayCount } from '#panel/words.ts';
import { changesOnly, type Shown, withContext } from './context.ts';
import type { Sides } from './sides.ts';
import type { DiffLine } from './words.ts';

/** So many lines are shown; who has more differences will not read them one by one. */
const MOST = 1000;

/** Lines that only one of two payloads has, and some of what is around them. */
export function Differences({ sides }: { sides: Sides }) {
  const found = useSignal<readonly DiffLine[] | 'too many' | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    void compare(sides).then((lines) => {
      if (wanted) found.value = lines;
    });
    return () => {
      wanted = false;
    };
  }, [sides]);
  const told = found.value;
  if (told === undefined) return <p class="details-none">{say('comparing')}</p>;
  if (told === 'too many') return <p class="details-none">{say('compareTooDifferent')}</p>;
  if (!told.some((line) => line.in !== 'both'))
    return <p class="details-none">{say(`compareSame_${sides.as}`)}</p>;
  const lines: readonly Shown[] = settings.changesOnly.value ? changesOnly(told) : withContext(told);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and is moved through by keys
    <div class="differences" tabIndex={0} role="group" aria-label={say('view_compare')}>
      {lines.slice(0, MOST).map((line, at) => (
        <Line key={at} line={line} />
      ))}
      {lines.length > MOST && <p class="details-none">{sayCount('compareMore', lines.length - MOST)}</p>}
    </div>
  );
}

async function compare(sides: Sides): Promise<readonly DiffLine[] | 'too many'> {
  const { differencesOf } = await import('./differences.ts');
  return (await differencesOf(sides)) ?? 'too many';
}

function Line({ line }: { line: Shown }) {
  if ('left' in line) return <div class="difference left">{sayCount('compareLeft', line.left)}</div>;
  const Element = elements[line.in];
  return (
    <Element class={`difference ${line.in}`}>
      <span class="difference-sign" aria-hidden="true">
        {signs[line.in]}
      </span>
      <bdi>
        {line.parts.map(({ text, differs }, at) =>
          differs ? <mark key={at}>{visible(text)}</mark> : visible(text),
        )}
      </bdi>
    </Element>
  );
}

/** What a screen reader tells apart as removed and added. */
const elements = { both: 'div', before: 'del', after: 'ins' } as const;

const signs: Readonly<Record<DiffLine['in'], string>> = { both: ' ', before: '−', after: '+' };
