import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const theme = EditorView.theme({
  '&': { height: '100%', font: 'var(--mono)', color: 'var(--text)', backgroundColor: 'var(--surface)' },
  '&.cm-focused, &:focus-within': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { font: 'inherit', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--text)', padding: '4px 0' },
  '.cm-line': { padding: '0 8px', overflowWrap: 'anywhere' },
  '.cm-gutters': { border: 'none', background: 'none', color: 'var(--text-faint)' },
  '.cm-foldPlaceholder': { border: 'none', background: 'var(--surface-hover)', color: 'var(--text-faint)' },
  '.cm-specialChar': { color: 'var(--failed)' },
  '.cm-hit': { background: 'var(--mark)' },
  '.cm-hit-current': { outline: '1px solid var(--text)' },
});

const json = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--sent)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--panel-made)' },
]);

/** How text is shown in every editor of the panel: in its colours, and JSON told apart. */
export const look: Extension = [theme, syntaxHighlighting(json)];
