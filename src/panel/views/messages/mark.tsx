import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { withPart } from '#panel/settings/layout.ts';
import { settings } from '#panel/settings/settings.ts';
import type { Store } from '#panel/store/store.ts';
import { claim } from '#panel/views/keys/claim.ts';
import { focusTable } from '#panel/views/keys/parts.ts';
import { say } from '#panel/words.ts';
import './mark.css';

export function toggleMark(store: Store, row: number): void {
  store.annotate(row, store.session.peek().rows.note(row) === undefined ? '' : undefined);
}

/** The row whose note is to be written as soon as there is a box for it. */
const writing = signal<number | undefined>(undefined);

/** Marks a row if it is not, and leads to the box for its note. */
export function writeNote(store: Store, row: number): void {
  store.annotate(row, store.session.peek().rows.note(row) ?? '');
  settings.layout.value = withPart(settings.layout.value, 'details');
  writing.value = row;
}

/** Whether the selected row is marked, and its note. */
export function Mark({ row, store }: { row: number; store: Store }) {
  const box = useRef<HTMLInputElement>(null);
  store.revision.value;
  const note = store.session.value.rows.note(row);
  const wanted = writing.value === row;
  useLayoutEffect(() => {
    if (!wanted || !box.current) return;
    box.current.focus();
    writing.value = undefined;
  });
  return (
    <p class="mark-line">
      <button
        type="button"
        aria-pressed={note !== undefined}
        title={say('markTitle')}
        onClick={() => toggleMark(store, row)}
      >
        <span aria-hidden="true">{note === undefined ? '☆' : '★'}</span>{' '}
        {say(note === undefined ? 'mark' : 'marked')}
      </button>
      {note !== undefined && (
        <input
          ref={box}
          type="text"
          aria-label={say('note')}
          placeholder={say('noteHint')}
          value={note}
          onInput={({ currentTarget }) => store.annotate(row, currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'Escape') return;
            claim(event);
            focusTable();
          }}
        />
      )}
    </p>
  );
}
