import { preview } from '#model';
import { toolsKnow } from '#panel/devtools/abilities.ts';
import { openSource } from '#panel/devtools/sources.ts';
import { say } from '#panel/words.ts';
import { isScript, readFrame } from './frame.ts';
import './stack-view.css';

/** The most that is shown of a frame, in UTF-16 units: a page may name its functions and scripts as it likes. */
const LONGEST = 1000;

/** A call stack, a frame a line; in DevTools each place is a link into Sources. */
export const StackView = ({ stack }: { stack: string }) => (
  <>
    <ol class="stack" aria-label={say('view_stack')}>
      {stack.split('\n').map((text, at) => (
        <li key={at}>
          <FrameLine text={text} />
        </li>
      ))}
    </ol>
    {toolsKnow !== 'here' && <p class="quiet">{say(`stackLinks_${toolsKnow}`)}</p>}
  </>
);

function FrameLine({ text }: { text: string }) {
  const frame = readFrame(text);
  if (!frame || !openSource || !isScript(frame)) return <bdi>{preview(text, LONGEST)}</bdi>;
  const { name, place, url, line, column } = frame;
  return (
    <>
      {name && <bdi>{preview(name, LONGEST)} </bdi>}
      <button
        type="button"
        class="link"
        title={say('openSource')}
        onClick={() => openSource?.(url, line, column)}
      >
        <bdi>{preview(place, LONGEST)}</bdi>
      </button>
    </>
  );
}
