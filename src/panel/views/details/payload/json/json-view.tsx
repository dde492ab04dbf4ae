import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { JsonOutline, type JsonTree } from '#model';
import type { Store } from '#panel/store/store.ts';
import { copyAndTell } from '#panel/views/details/actions/copy.ts';
import { type RowsControl, VirtualRows } from '#panel/views/rows/virtual-rows.tsx';
import { say } from '#panel/words.ts';
import { JsonLine } from './json-line.tsx';
import { JsonValue } from './json-value.tsx';
import { treeMove } from './tree-keys.ts';
import { TypeAhead } from './type-ahead.ts';
import './json-view.css';

const ROW_HEIGHT = 17;

/** So many lines are opened unasked. */
const LINES = 300;

/** JSON as a tree, to open and close, of which only the lines in view are in the document. */
export function JsonView({ tree, store }: { tree: JsonTree; store: Store }) {
  const outline = useMemo(() => new JsonOutline(tree, LINES), [tree]);
  const control = useRef<RowsControl>(undefined);
  const typeAhead = useMemo(() => new TypeAhead(), [tree]);
  const active = useSignal(0);
  const changes = useSignal(0);
  changes.value;
  const at = Math.min(active.value, outline.length - 1);

  const select = (line: number) => {
    active.value = line;
    control.current?.reveal(line);
  };
  const change = (how: () => void) => {
    how();
    changes.value++;
  };
  const copy = (text: string) => void copyAndTell(text, store);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'c' && (event.ctrlKey || event.metaKey)) return copy(outline.copy(at));
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = treeMove(event.key, outline, at, control.current?.page() ?? 1);
    const to = move ? undefined : typeAhead.type(event.key, outline, at, event.timeStamp);
    if (!move && to === undefined) return;
    event.preventDefault();
    if (move === 'toggle') change(() => outline.toggle(at));
    else select(move?.to ?? to ?? at);
  };
  return (
    <>
      <VirtualRows
        class="json"
        role="tree"
        tabIndex={0}
        aria-label={say('payload')}
        aria-activedescendant={`json-${at}`}
        onKeyDown={onKeyDown}
        count={outline.length}
        rowHeight={ROW_HEIGHT}
        control={control}
        row={(index) => (
          <JsonLine
            key={index}
            line={outline.line(index)}
            index={index}
            active={index === at}
            highlight={store.sight.highlight.value}
            onSelect={() => select(index)}
            onToggle={() => change(() => outline.toggle(index))}
          />
        )}
      />
      <JsonValue
        outline={outline}
        line={at}
        onCopy={copy}
        onLevels={(levels) => change(() => outline.openLevels(levels))}
      />
    </>
  );
}
