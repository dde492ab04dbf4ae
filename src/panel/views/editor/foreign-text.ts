import type { Extension } from '@codemirror/state';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightSpecialChars } from '@codemirror/view';

/**
 * Text of a page as it is: a carriage return is a character and no line end, or it would be lost; what steers the
 * direction of text, and a surrogate without its other half, is seen and does nothing.
 */
export const foreignText: Extension = [
  EditorState.lineSeparator.of('\n'),
  EditorView.perLineTextDirection.of(true),
  highlightSpecialChars({
    addSpecialChars: /[\u202a-\u202e\u2066-\u2069\u180e\u2060-\u2064\ud800-\udfff]/gu,
  }),
];
