import { EditorState, type Extension, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { nameOf, standIn, unseenRuns } from './unseen.ts';

/** Text of a page as it is: a carriage return is a character and no line end, or it would be lost. */
export const foreignText: Extension = [
  EditorState.lineSeparator.of('\n'),
  EditorView.perLineTextDirection.of(true),
];

/** More elements in one line take browsers seconds: others of what is in view are not told apart, or not shown. */
const MOST = 400;

/** Sets apart what is shown in place of unseen characters of `original`, a text as long as the document. */
export const markedUnseen = (original: string): Extension =>
  inView((_, { from, to }, add) => {
    for (const { 0: run, index } of unseenRuns(original.slice(from, to)))
      if (!add(from + index, from + index + run.length, mark(run))) return;
  });

const mark = (run: string) =>
  Decoration.mark({ class: 'cm-specialChar', attributes: { title: nameOf(run) } });

/** Shows something in place of unseen characters of the document itself, which is to be written in. */
export const replacedUnseen: Extension = inView((view, { from, to }, add) => {
  for (const { 0: run, index } of unseenRuns(view.state.sliceDoc(from, to)))
    for (let at = 0; at < run.length; at++)
      if (!add(from + index + at, from + index + at + 1, replacement(run.charAt(at)))) return;
});

const replacement = (character: string) => Decoration.replace({ widget: new Picture(character) });

class Picture extends WidgetType {
  readonly #character: string;

  constructor(character: string) {
    super();
    this.#character = character;
  }

  override eq(other: Picture): boolean {
    return other.#character === this.#character;
  }

  override toDOM(): HTMLElement {
    const picture = document.createElement('span');
    picture.className = 'cm-specialChar';
    picture.textContent = standIn(this.#character);
    picture.title = nameOf(this.#character);
    return picture;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

type Add = (from: number, to: number, decoration: Decoration) => boolean;

/** Decorates what is in view; `add` gives whether there may be more. */
function inView(
  decorate: (view: EditorView, range: { readonly from: number; readonly to: number }, add: Add) => void,
): Extension {
  const build = (view: EditorView) => {
    const set = new RangeSetBuilder<Decoration>();
    let left = MOST;
    const add: Add = (from, to, decoration) => {
      set.add(from, to, decoration);
      return --left > 0;
    };
    for (const range of view.visibleRanges) if (left > 0) decorate(view, range, add);
    return set.finish();
  };
  return ViewPlugin.define((view) => new InView(view, build), {
    decorations: (plugin) => plugin.decorations,
  });
}

class InView {
  decorations: DecorationSet;
  readonly #build: (view: EditorView) => DecorationSet;

  constructor(view: EditorView, build: (view: EditorView) => DecorationSet) {
    this.#build = build;
    this.decorations = build(view);
  }

  update({ view, docChanged, viewportChanged }: ViewUpdate): void {
    if (docChanged || viewportChanged) this.decorations = this.#build(view);
  }
}
