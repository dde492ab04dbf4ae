import { type OutlineLine, type Pattern, preview, visible } from '#model';
import { countText } from '#panel/figures.ts';
import { Highlighted } from '#panel/views/messages/row/highlighted.tsx';

/** The most that is shown of a value in its line, in UTF-16 units. */
const LINE = 200;
const INDENT = 12;
/** What is deeper is not indented further: it would leave the window. */
const DEEPEST = 30;

interface Props {
  readonly line: OutlineLine;
  readonly index: number;
  readonly active: boolean;
  readonly highlight: Pattern | undefined;
  readonly onSelect: () => void;
  readonly onToggle: () => void;
}

/** A line of the tree. The tree keeps the focus and names the active line. */
export function JsonLine({ line, index, active, highlight, onSelect, onToggle }: Props) {
  const { tree, node, depth, open, piece } = line;
  const parent = tree.parent(node);
  const sign = open === undefined ? '' : open ? '▾' : '▸';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys of its lines
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      class="json-line"
      role="treeitem"
      id={`json-${index}`}
      aria-level={depth + 1}
      aria-setsize={parent === undefined ? 1 : tree.children(parent)}
      aria-posinset={tree.position(node) + 1}
      aria-expanded={open}
      aria-selected={active}
      style={{ paddingLeft: `${Math.min(depth, DEEPEST) * INDENT}px` }}
      onClick={onSelect}
      onDblClick={onToggle}
    >
      <span class="json-sign" aria-hidden="true" onClick={onToggle}>
        {sign}
      </span>
      <bdi>
        {piece === undefined ? <Value {...{ line, highlight }} /> : <Piece {...{ piece, highlight }} />}
      </bdi>
    </div>
  );
}

type Shown = Pick<Props, 'line' | 'highlight'>;

const Piece = ({ piece, highlight }: { piece: string; highlight: Pattern | undefined }) => (
  <span class="json-string">
    <Highlighted text={visible(piece)} pattern={highlight} />
  </span>
);

function Value({ line, highlight }: Shown) {
  const { tree, node } = line;
  const key = tree.key(node);
  return (
    <>
      {key !== undefined && (
        <>
          <span class="json-key">
            <Highlighted text={preview(key, LINE)} pattern={highlight} />
          </span>
          {': '}
        </>
      )}
      {key === undefined && node > 0 && <span class="faint">{tree.position(node)}: </span>}
      {tree.children(node) > 0 ? <Structure {...{ line, highlight }} /> : <Scalar {...{ line, highlight }} />}
    </>
  );
}

/** How many values there are in it; closed, also how it begins. */
function Structure({ line: { tree, node, open }, highlight }: Shown) {
  const count = countText(tree.children(node));
  return (
    <>
      {tree.kind(node) === 'object' ? `{${count}}` : `[${count}]`}{' '}
      {!open && (
        <span class="faint">
          <Highlighted text={preview(tree.value(node, LINE + 1), LINE)} pattern={highlight} />
        </span>
      )}
    </>
  );
}

function Scalar({ line: { tree, node }, highlight }: Shown) {
  const length = tree.length(node);
  return (
    <>
      <span class={`json-${tree.kind(node)}`}>
        <Highlighted text={preview(tree.value(node, LINE + 1), LINE)} pattern={highlight} />
      </span>
      {length > LINE && <span class="faint"> ({countText(length)})</span>}
    </>
  );
}
