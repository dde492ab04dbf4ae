import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { codeFolding, foldGutter, foldKeymap } from '@codemirror/language';
import { Compartment, EditorSelection, EditorState, type Extension, Text } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { type Pattern, textParts } from '#model';
import { foreignText, markedUnseen } from './foreign-text.ts';
import { hits } from './hits.ts';
import { look } from './look.ts';
import { standIns } from './unseen.ts';

export interface Reading {
  readonly label: string;
  /** The text, and its lines as they are shown: as long, with something to see in place of what cannot be seen. */
  readonly text: string;
  readonly lines: Text;
  readonly isJson: boolean;
  /** Whether long lines are broken to the width of the window. */
  readonly wrap: boolean;
}

/** A text to read and copy from, of any length: only what is in view is in the document. */
export interface Reader {
  show(reading: Reading): void;
  /** Marks what a pattern finds. */
  mark(highlight: Pattern | undefined): void;
  /** Selects a stretch of the text and brings it into view. */
  goTo(from: number, to: number): void;
  destroy(): void;
}

/** The lines of a text as the editor shows them, in steps, each of which gives how far it is, from 0 to 1. */
export function* inLines(text: string): Generator<number, Text> {
  let lines = Text.empty;
  for (const { part, share } of textParts(text)) {
    lines = lines.append(Text.of(standIns(part).split('\n')));
    yield share;
  }
  return lines;
}

export function openReader(parent: HTMLElement): Reader {
  const view = new EditorView({ parent });
  const marks = new Compartment();
  /** What is read, of which the document has something to see in place of what is unseen. */
  let text = '';
  const marking = (highlight: Pattern | undefined) => (highlight ? hits(highlight, text) : []);
  let marked: Pattern | undefined;
  return {
    show: (reading) => {
      text = reading.text;
      const all = [extensions(reading), marks.of(marking(marked))];
      view.setState(EditorState.create({ doc: reading.lines, extensions: all }));
    },
    mark: (highlight) => {
      marked = highlight;
      view.dispatch({ effects: marks.reconfigure(marking(highlight)) });
    },
    goTo: (from, to) => {
      const range = EditorSelection.range(from, to);
      view.dispatch({ selection: range, effects: EditorView.scrollIntoView(range, { y: 'center' }) });
    },
    destroy: () => view.destroy(),
  };
}

const extensions = ({ label, text, isJson, wrap }: Reading): Extension => [
  foreignText,
  markedUnseen(text),
  EditorView.clipboardOutputFilter.of((_, state) => copied(text, state)),
  look,
  wrap ? EditorView.lineWrapping : [],
  EditorState.readOnly.of(true),
  EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true' }),
  keymap.of([...defaultKeymap, ...foldKeymap]),
  isJson ? [json(), codeFolding(), foldGutter()] : [],
];

/** What is selected of a text, or the lines where the cursor is: as it is, not as it is shown. */
function copied(text: string, { selection, doc, lineBreak }: EditorState): string {
  const ranges = selection.ranges.filter(({ empty }) => !empty);
  if (ranges.length > 0) return ranges.map(({ from, to }) => text.slice(from, to)).join(lineBreak);
  const { from, to } = doc.lineAt(selection.main.head);
  return text.slice(from, to) + lineBreak;
}
