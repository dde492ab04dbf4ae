import { andAlso, type JsonOutline } from '#model';
import type { Store } from '#panel/store/store.ts';
import { copyAndTell } from '#panel/views/details/actions/copy.ts';
import type { MenuItem } from '#panel/views/menu/menu.tsx';
import { say } from '#panel/words.ts';

/** What can be done with the value of a line, in groups for a menu. */
export function valueMenu(
  outline: JsonOutline,
  line: number,
  store: Store,
): readonly (readonly MenuItem[])[] {
  const query = outline.query(line);
  const { tree, node } = outline.line(line);
  const isScalar = !/object|array/.test(tree.kind(node));
  const filter = (term: string) => store.sight.setFilter(andAlso(store.sight.filter.peek(), term));
  const unavailable = query === undefined ? say('filterByNone') : undefined;
  return [
    [
      {
        label: say('copyValue'),
        keys: 'Ctrl+C',
        onChoose: () => void copyAndTell(outline.copy(line), store),
      },
      { label: say('copyPath'), onChoose: () => void copyAndTell(outline.path(line), store) },
    ],
    [
      {
        label: say(isScalar ? 'filterByValue' : 'filterByPath'),
        unavailable,
        onChoose: () => query !== undefined && filter(query),
      },
      {
        label: say(isScalar ? 'excludeValue' : 'excludePath'),
        unavailable,
        onChoose: () => query !== undefined && filter(`-${query}`),
      },
    ],
  ];
}
