import { type JsonOutline, preview, visible } from '#model';
import { say } from '#panel/words.ts';

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
  readonly onCopy: (text: string) => void;
  readonly onLevels: (levels: number) => void;
}

/** Where the active value of the tree is, what it is, and what can be done. */
export function JsonValue({ outline, line, onCopy, onLevels }: Props) {
  const { tree, node } = outline.line(line);
  const path = outline.path(line);
  const long = tree.children(node) === 0 && tree.length(node) > SHORT;
  return (
    <div class="json-value">
      <div class="json-bar">
        <bdi class="json-path" title={visible(path)}>
          {preview(path, LONGEST)}
        </bdi>
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
          <option value="" disabled hidden>
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
      {long && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, and is moved through by keys
        <div class="json-full" tabIndex={0} role="group" aria-label={say('value')}>
          <bdi>{preview(tree.value(node, LONGEST + 1), LONGEST)}</bdi>
        </div>
      )}
    </div>
  );
}
