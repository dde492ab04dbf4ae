import { type Extension, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

const hit = Decoration.mark({ class: 'cm-hit' });

/** Marks what an expression finds in the part of a text that is in view. The expression is global. */
export const hits = (regexp: RegExp): Extension =>
  ViewPlugin.define((view) => new Hits(view, regexp), { decorations: ({ decorations }) => decorations });

class Hits {
  decorations: DecorationSet;
  readonly #regexp: RegExp;

  constructor(view: EditorView, regexp: RegExp) {
    this.#regexp = regexp;
    this.decorations = this.#find(view);
  }

  update({ view, docChanged, viewportChanged }: ViewUpdate): void {
    if (docChanged || viewportChanged) this.decorations = this.#find(view);
  }

  #find(view: EditorView): DecorationSet {
    const found = new RangeSetBuilder<Decoration>();
    for (const { from, to } of view.visibleRanges) {
      for (const { 0: text, index } of view.state.sliceDoc(from, to).matchAll(this.#regexp))
        if (text) found.add(from + index, from + index + text.length, hit);
    }
    return found.finish();
  }
}
