import { useSignal } from '@preact/signals';
import { useContext, useEffect, useMemo, useRef } from 'preact/hooks';
import { findInJson, JsonOutline, type JsonPlace, type JsonTree, preview } from '#model';
import type { Store } from '#panel/store/store.ts';
import { tick } from '#panel/tick.ts';
import { copyAndTell } from '#panel/views/details/actions/copy.ts';
import { FindContext, useMarks, useSearched } from '#panel/views/details/find/payload-find.ts';
import { useSteps } from '#panel/views/details/progress/use-steps.ts';
import { asksForMenu, offer, placeOf } from '#panel/views/menu/context-menu.tsx';
import { type RowsControl, VirtualRows } from '#panel/views/rows/virtual-rows.tsx';
import { say } from '#panel/words.ts';
import { firstPlace } from './first-place.ts';
import { JsonLine } from './json-line.tsx';
import { JsonValue } from './json-value.tsx';
import { treeMove } from './tree-keys.ts';
import { TypeAhead } from './type-ahead.ts';
import { valueMenu } from './value-menu.ts';
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
  /** What was typed and is the beginning of no line. */
  const missed = useSignal('');
  const marks = useMarks(store.sight.highlight.value);
  changes.value;
  const at = Math.min(active.value, outline.length - 1);

  const select = (line: number) => {
    active.value = line;
    missed.value = '';
    control.current?.reveal(line);
  };
  const change = (how: () => void) => {
    how();
    tick(changes);
  };
  const show = (place: JsonPlace) =>
    change(() => {
      active.value = outline.reveal(place);
    });
  const copy = (text: string) => void copyAndTell(text, store);
  const type = (event: KeyboardEvent) => {
    if (event.key.length !== 1) return false;
    const to = typeAhead.type(event.key, outline, at, event.timeStamp);
    if (to !== undefined) select(to);
    else missed.value = typeAhead.typed;
    return to !== undefined || missed.peek().length > 1;
  };
  const onMenu = (event: MouseEvent | KeyboardEvent) => {
    const line = lineOf(event.target) ?? at;
    event.preventDefault();
    select(line);
    const place =
      event instanceof MouseEvent && lineOf(event.target) !== undefined ? placeOf(event) : placeOfLine(line);
    offer({ label: preview(outline.path(line), 100), groups: valueMenu(outline, line, store), ...place });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'c' && (event.ctrlKey || event.metaKey)) return copy(outline.copy(at));
    if (asksForMenu(event)) return onMenu(event);
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = typeAhead.goesOn(event) ? undefined : treeMove(event.key, outline, at, page(control));
    if (!move && !type(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (move === 'toggle') change(() => outline.toggle(at));
    else if (move) select(move.to);
  };

  // The rows know how many they are only once they are drawn.
  useEffect(() => control.current?.reveal(active.peek()), [changes.value, outline]);
  useSearched(
    function* (sought) {
      const places = yield* findInJson(tree, sought.pattern);
      return { count: places.length, show: (place) => show(places[place] ?? { node: 0 }) };
    },
    [outline],
  );
  useFirstPlace(tree, store, show);

  return (
    <>
      <VirtualRows
        class="json"
        role="tree"
        tabIndex={0}
        aria-label={say('payload')}
        aria-activedescendant={`json-${at}`}
        onKeyDown={onKeyDown}
        onContextMenu={onMenu}
        count={outline.length}
        kept={{ row: at, position: at }}
        rowHeight={ROW_HEIGHT}
        control={control}
        row={(index) => (
          <JsonLine
            key={index}
            line={outline.line(index)}
            index={index}
            active={index === at}
            highlight={marks}
            onSelect={() => select(index)}
            onToggle={() => change(() => outline.toggle(index))}
          />
        )}
      />
      <JsonValue
        outline={outline}
        line={at}
        missed={missed.value}
        highlight={marks}
        onCopy={copy}
        onGo={show}
        onLevels={(levels) => change(() => outline.openLevels(levels))}
      />
    </>
  );
}

/** The line that something is in, as it is named in the document. */
function lineOf(target: EventTarget | null): number | undefined {
  const line = target instanceof Element && target.closest('[role=treeitem]');
  return line ? Number(line.id.slice('json-'.length)) : undefined;
}

const placeOfLine = (line: number) => ({
  of: document.getElementById(`json-${line}`)?.getBoundingClientRect() ?? new DOMRect(),
});

const page = (control: { readonly current: RowsControl | undefined }) => control.current?.page() ?? 1;

/** Shows the first place that the table was searched for, unless something is looked for in the payload itself. */
function useFirstPlace(tree: JsonTree, { sight }: Store, show: (place: JsonPlace) => void): void {
  const find = useContext(FindContext);
  const [highlight, paths] = [sight.highlight.value, sight.paths.value];
  const first = useSteps(() => firstPlace(tree, highlight, paths), [tree, highlight, paths]);
  const place = first.done ? first.value : undefined;
  useEffect(() => {
    if (place && !find.sought.peek()) show(place);
  }, [place]);
}
