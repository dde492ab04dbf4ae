import { signal, useSignal, useSignalEffect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Row } from '#model';
import type { Store } from '#panel/store.ts';
import { say } from '#panel/words.ts';
import type { MessageActions } from '../actions.ts';
import { useShortcuts } from '../keys/use-shortcuts.ts';
import { Mark } from '../messages/mark.tsx';
import { Actions } from './actions/actions.tsx';
import type { Comparison } from './compare/compare-tab.tsx';
import { Meta } from './meta.tsx';
import { Payload, type View, viewsOf } from './payload.tsx';
import { Tabs } from './tabs.tsx';
import type { TextLook } from './text/text-tab.tsx';
import './details.css';

/** The selected row in full. */
export function Details({ store, actions }: { store: Store; actions: MessageActions }) {
  const view = useSignal<View>('preview');
  const look = useMemo<TextLook>(() => ({ wrap: signal(true), pretty: signal(false) }), []);
  const comparison = useSignal<number | undefined>(undefined);
  // A row of one session is none of another.
  useSignalEffect(() => {
    store.session.value;
    comparison.value = undefined;
  });
  useShortcuts({
    P: () => {
      comparison.value = undefined;
      view.value = 'compare';
    },
    'Shift+P': () => {
      comparison.value = store.selected.peek();
      view.value = 'compare';
    },
  });
  const { rows } = store.session.value;
  const selected = store.selected.value;
  // The bytes of a Blob arrive after its row.
  if (selected !== undefined && rows.data(selected) === undefined) store.revision.value;
  const row = selected === undefined ? undefined : rows.get(selected);
  return (
    <section class="details" aria-label={say('details')}>
      {row ? (
        <Selected
          row={row}
          view={view.value}
          onView={(next) => (view.value = next)}
          {...{ look, comparison, store, actions }}
        />
      ) : (
        <p class="details-none">{say('selectOne')}</p>
      )}
    </section>
  );
}

interface Props {
  readonly row: Row;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly look: TextLook;
  readonly comparison: Comparison;
  readonly store: Store;
  readonly actions: MessageActions;
}

function Selected({ row, view, onView, look, comparison, store, actions }: Props) {
  const views = viewsOf(row);
  const current = views.includes(view) ? view : 'preview';
  return (
    <>
      <Meta row={row} />
      <Mark row={row.index} store={store} />
      {row.form !== undefined && <Actions row={row} store={store} actions={actions} />}
      <Tabs
        label={say('details')}
        tabs={views.map((id) => ({ id, label: say(`view_${id}`) }))}
        current={current}
        onChange={onView}
      >
        <Payload row={row} view={current} {...{ look, comparison, store }} />
      </Tabs>
    </>
  );
}
