import type { Key } from '#panel/words.ts';

/** A thing that keys do. */
export interface Shortcut {
  /** Alternatives, each a combination such as `Ctrl+E`; names of keys are those of `KeyboardEvent.key`. */
  readonly keys: readonly string[];
  readonly does: Key;
}

/** Keys that work in one part of the panel. */
export interface ShortcutGroup {
  readonly where: Key;
  readonly shortcuts: readonly Shortcut[];
}

/** Every key of the panel: the dialog that `?` opens lists them. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    where: 'keys_everywhere',
    shortcuts: [
      { keys: ['Ctrl+E'], does: 'keys_record' },
      { keys: ['Space'], does: 'keys_freeze' },
      { keys: ['Ctrl+L'], does: 'keys_clear' },
      { keys: ['Ctrl+O'], does: 'keys_import' },
      { keys: ['Ctrl+S'], does: 'keys_export' },
      { keys: ['/'], does: 'keys_filter' },
      { keys: ['Ctrl+F'], does: 'find' },
      { keys: ['Ctrl+G'], does: 'goTo' },
      { keys: ['Shift+R'], does: 'keys_rates' },
      { keys: ['Shift+T'], does: 'keys_foldTimeline' },
      { keys: ['Shift+D'], does: 'keys_foldDetails' },
      { keys: ['Shift+C'], does: 'keys_foldComposer' },
      { keys: ['Ctrl+,'], does: 'keys_settings' },
      { keys: ['?'], does: 'keys_keys' },
      { keys: ['F6', 'Shift+F6'], does: 'keys_parts' },
      { keys: ['Tab', 'Shift+Tab'], does: 'keys_tab' },
    ],
  },
  {
    where: 'filter',
    shortcuts: [
      { keys: ['ArrowUp', 'ArrowDown', 'Tab'], does: 'keys_filterOptions' },
      { keys: ['Enter'], does: 'keys_enterTable' },
      { keys: ['Ctrl+D'], does: 'keys_filterSave' },
      { keys: ['Shift+Delete'], does: 'keys_filterForget' },
      { keys: ['Escape'], does: 'keys_filterEscape' },
    ],
  },
  {
    where: 'find',
    shortcuts: [
      { keys: ['Enter', 'Shift+Enter'], does: 'keys_walk' },
      { keys: ['Escape'], does: 'closeDialog' },
    ],
  },
  {
    where: 'timeline',
    shortcuts: [
      { keys: ['ArrowLeft', 'ArrowRight'], does: 'keys_pan' },
      { keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'], does: 'keys_leap' },
      { keys: ['+', '-'], does: 'keys_zoom' },
      { keys: ['0'], does: 'keys_showAll' },
      { keys: ['Home'], does: 'keys_toStart' },
      { keys: ['End'], does: 'keys_toEnd' },
      { keys: ['F'], does: 'keys_follow' },
      { keys: ['Enter'], does: 'keys_selectView' },
      { keys: ['Escape'], does: 'keys_clearRange' },
    ],
  },
  {
    where: 'sockets',
    shortcuts: [
      { keys: ['ArrowUp', 'ArrowDown', 'Home', 'End'], does: 'keys_chooseSocket' },
      { keys: ['Shift+ArrowUp', 'Shift+ArrowDown'], does: 'keys_chooseMore' },
      { keys: ['Ctrl+A'], does: 'keys_chooseAll' },
      { keys: ['Escape'], does: 'keys_chooseNone' },
    ],
  },
  {
    where: 'messages',
    shortcuts: [
      { keys: ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'], does: 'keys_select' },
      { keys: ['Enter'], does: 'keys_enterPayload' },
      { keys: ['Ctrl+Enter'], does: 'resend' },
      { keys: ['E'], does: 'edit' },
      { keys: ['Ctrl+Shift+Enter'], does: 'inject' },
      { keys: ['M'], does: 'mark' },
      { keys: ['N'], does: 'keys_note' },
      { keys: ['O'], does: 'messagesOnly' },
      { keys: ['T'], does: 'keys_timeMode' },
      { keys: ['C'], does: 'columns' },
      { keys: ['Shift+F10', 'ContextMenu'], does: 'keys_menu' },
      { keys: ['Escape'], does: 'keys_selectNone' },
    ],
  },
  {
    where: 'details',
    shortcuts: [
      { keys: ['ArrowLeft', 'ArrowRight'], does: 'keys_tabs' },
      { keys: ['Ctrl+F'], does: 'keys_findInPayload' },
      { keys: ['P'], does: 'keys_comparePrevious' },
      { keys: ['Shift+P'], does: 'compareKeep' },
      { keys: ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'], does: 'keys_moveInPayload' },
      { keys: ['Enter', 'Space'], does: 'keys_toggleValue' },
      { keys: ['A', '…', 'Z'], does: 'keys_typeAhead' },
      { keys: ['Ctrl+C'], does: 'keys_copyValue' },
      { keys: ['Shift+F10', 'ContextMenu'], does: 'keys_menu' },
      { keys: ['Escape'], does: 'keys_leavePayload' },
    ],
  },
  {
    where: 'composer',
    shortcuts: [
      { keys: ['Ctrl+Enter'], does: 'send' },
      { keys: ['Ctrl+Shift+Enter'], does: 'injectIntoPage' },
    ],
  },
  {
    where: 'keys_splitters',
    shortcuts: [{ keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], does: 'keys_resize' }],
  },
];
