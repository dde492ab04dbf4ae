import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching } from '@codemirror/language';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { foreignText, replacedUnseen } from './foreign-text.ts';
import { look } from './look.ts';

interface Options {
  /** What a screen reader calls the editor. */
  readonly label: string;
  /** Id of the element that says what is wrong with the text. */
  readonly describedBy: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Ctrl+Enter or ⌘Enter was pressed, with Shift to inject. */
  readonly onSubmit: (type: 'send' | 'inject') => void;
}

/** An editor for one message. */
export interface Writer {
  setText(text: string): void;
  setJson(on: boolean): void;
  focus(): void;
  destroy(): void;
}

export function openWriter(parent: HTMLElement, options: Options): Writer {
  const language = new Compartment();
  const submit = (type: 'send' | 'inject') => () => {
    options.onSubmit(type);
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        foreignText,
        replacedUnseen,
        look,
        EditorView.lineWrapping,
        history(),
        bracketMatching(),
        language.of([]),
        keymap.of([
          { key: 'Mod-Enter', run: submit('send'), shift: submit('inject') },
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'aria-describedby': options.describedBy,
          spellcheck: 'false',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    setJson: (on) => view.dispatch({ effects: language.reconfigure(on ? json() : []) }),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
