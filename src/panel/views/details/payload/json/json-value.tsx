import { type JsonOutline, type JsonPlace, type Pattern, preview } from '#model';
import { Highlighted } from '#panel/views/messages/row/highlighted.tsx';
import { say } from '#panel/words.ts';
import { PathBox } from './path-box.tsx';

/** The most that is shown of a value, in UTF-16 units; the rest is in its opened lines, and in what is copied. */
const LONGEST = 2000;

/** A value that is longer is shown again, in full: it may not have had room in its line. */
const SHORT = 30;

/** How many levels can be opened at once. */
const levels = [1, 2, 3, 4, 5, 6, 8, 10];

interface Props {
  readonly outline: JsonOutline;
  /** The active line. */
  readonly line: number;
  /** What was typed and is the beginning of no line; empty for nothing. */
  readonly missed: string;
  readonly highlight: Pattern | undefined;
  readonly onGo: (place: JsonPlace) => void;
  readonly onCopy: (text: string) => void;
  readonly onLevels: (levels: number) => void;
}

/** Where the active value of the tree is, what it is, and what can be done. */
export function JsonValue({ outline, line, missed, highlight, onGo, onCopy, onLevels }: Props) {
  const { tree, node } = outline.line(line);
  const path = outline.path(line);
  const long = tree.children(node) === 0 && tree.length(node) > SHORT;
  return (
    <div class="json-value">
      <div class="json-bar">
        <PathBox tree={outline.tree} path={path} onGo={onGo} />
        <button type="button" title={say('copyPathTitle')} onClick={() => onCopy(path)}>
          {say('copyPath')}
        </button>
        <button type="button" title={say('copyValueTitle')} onClick={() => onCopy(outline.copy(line))}>
          {say('copyValue')}
        </button>
        <select
          aria-label={say('openLevels')}
          title={say('openLevels')}
          value=""
          onChange={({ currentTarget }) => {
            onLevels(Number(currentTarget.value));
            currentTarget.value = '';
          }}
        >
          <option value="" disabled>
            {say('levels')}
          </option>
          {levels.map((level) => (
            <option key={level} value={level}>
              {level}
            </option>
          ))}
          <option value="Infinity">{say('allLevels')}</option>
        </select>
      </div>
      <p class="json-missed" role="status">
        {missed && say('typeAheadNone', preview(missed, 40))}
      </p>
      {long && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, and is moved through by keys
        <div class="json-full" tabIndex={0} role="group" aria-label={say('value')}>
          <bdi>
            <Highlighted text={preview(tree.value(node, LONGEST + 1), LONGEST)} pattern={highlight} />
          </bdi>
        </div>
      )}
    </div>
  );
}
