import { type Extension, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import type { Expression } from '#model';

const hit = Decoration.mark({ class: 'cm-hit' });

/** Marks what an expression finds in the part of a text that is in view. */
export const hits = (wanted: Expression): Extension =>
  ViewPlugin.define((view) => new Hits(view, wanted), { decorations: ({ decorations }) => decorations });

class Hits {
  decorations: DecorationSet;
  readonly #wanted: Expression;

  constructor(view: EditorView, wanted: Expression) {
    this.#wanted = wanted;
    this.decorations = this.#find(view);
  }

  update({ view, docChanged, viewportChanged }: ViewUpdate): void {
    if (docChanged || viewportChanged) this.decorations = this.#find(view);
  }

  #find(view: EditorView): DecorationSet {
    const found = new RangeSetBuilder<Decoration>();
    for (const { from, to } of view.visibleRanges) {
      for (const { index, length } of this.#wanted.matches(view.state.sliceDoc(from, to)))
        if (length > 0) found.add(from + index, from + index + length, hit);
    }
    return found.finish();
  }
}
