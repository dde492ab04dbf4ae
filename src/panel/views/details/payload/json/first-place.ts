import { findInJson, type JsonPlace, type JsonTree, type Path, type Pattern, placeAt } from '#model';

/**
 * The first value that the table was searched for: at a path, or else where a pattern is found. In steps, each of which
 * gives how far it is, from 0 to 1.
 */
export function* firstPlace(
  tree: JsonTree,
  pattern: Pattern | undefined,
  paths: readonly Path[],
): Generator<number, JsonPlace | undefined> {
  for (const path of paths) {
    const place = placeAt(tree, path);
    if (place) return place;
  }
  return pattern && (yield* findInJson(tree, pattern, 1))[0];
}
