import { type Extension, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import type { Pattern } from '#model';

const hit = Decoration.mark({ class: 'cm-hit' });
const current = Decoration.mark({ class: 'cm-hit cm-hit-current' });

/** Marks what an expression finds in the part of a text that is in view; the document is as long. */
export const hits = (wanted: Pattern, text: string): Extension =>
  ViewPlugin.define((view) => new Hits(view, wanted, text), {
    decorations: ({ decorations }) => decorations,
  });

class Hits {
  decorations: DecorationSet;
  readonly #wanted: Pattern;
  readonly #text: string;

  constructor(view: EditorView, wanted: Pattern, text: string) {
    this.#wanted = wanted;
    this.#text = text;
    this.decorations = this.#find(view);
  }

  update({ view, docChanged, viewportChanged, selectionSet }: ViewUpdate): void {
    if (docChanged || viewportChanged || selectionSet) this.decorations = this.#find(view);
  }

  #find(view: EditorView): DecorationSet {
    const found = new RangeSetBuilder<Decoration>();
    const { main } = view.state.selection;
    for (const { from, to } of view.visibleRanges) {
      for (const { index, length } of this.#wanted.matches(this.#text.slice(from, to))) {
        const [start, end] = [from + index, from + index + length];
        if (length > 0) found.add(start, end, start === main.from && end === main.to ? current : hit);
      }
    }
    return found.finish();
  }
}
