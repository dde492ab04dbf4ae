import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { codeFolding, foldGutter, foldKeymap } from '@codemirror/language';
import { Compartment, EditorSelection, EditorState, type Extension, Text } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { type Pattern, textParts } from '#model';
import { foreignText } from './foreign-text.ts';
import { hits } from './hits.ts';
import { look } from './look.ts';

export interface Reading {
  readonly label: string;
  readonly text: Text;
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

/** A text in lines, as the editor has it, in steps, each of which gives how far it is, from 0 to 1. */
export function* inLines(text: string): Generator<number, Text> {
  let lines = Text.empty;
  for (const { part, share } of textParts(text)) {
    lines = lines.append(Text.of(part.split('\n')));
    yield share;
  }
  return lines;
}

export function openReader(parent: HTMLElement): Reader {
  const view = new EditorView({ parent });
  const marks = new Compartment();
  const marking = (highlight: Pattern | undefined) => (highlight ? hits(highlight) : []);
  let marked: Pattern | undefined;
  return {
    show: (reading) =>
      view.setState(
        EditorState.create({
          doc: reading.text,
          extensions: [extensions(reading), marks.of(marking(marked))],
        }),
      ),
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

const extensions = ({ label, isJson, wrap }: Reading): Extension => [
  foreignText,
  look,
  wrap ? EditorView.lineWrapping : [],
  EditorState.readOnly.of(true),
  EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true' }),
  keymap.of([...defaultKeymap, ...foldKeymap]),
  isJson ? [json(), codeFolding(), foldGutter()] : [],
];
