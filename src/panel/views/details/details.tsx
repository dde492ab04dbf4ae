import { useSignal } from '@preact/signals';
import type { Data, Row } from '#model';
import { withPart } from '#panel/settings/layout.ts';
import type { View } from '#panel/settings/preferences.ts';
import { settings } from '#panel/settings/settings.ts';
import type { Store } from '#panel/store/store.ts';
import type { MessageActions } from '#panel/views/actions.ts';
import { useShortcuts } from '#panel/views/keys/use-shortcuts.ts';
import { Mark } from '#panel/views/messages/mark.tsx';
import { say } from '#panel/words.ts';
import { Actions } from './actions/actions.tsx';
import type { Comparison } from './compare/compare-tab.tsx';
import { DetailsNav } from './details-nav.tsx';
import { Meta } from './meta.tsx';
import { Payload, viewsOf, withoutPayload } from './payload.tsx';
import { FromDisk } from './progress/from-disk.tsx';
import { type Coming, useComing } from './progress/use-coming.ts';
import { Tabs } from './tabs.tsx';
import './details.css';
import { useFencedEffect } from '#panel/views/fence/use-fenced.ts';

/** The selected row in full. */
export function Details({ store, actions }: { store: Store; actions: MessageActions }) {
  const comparison = useSignal<number | undefined>(undefined);
  // A row of one session is none of another.
  useFencedEffect(() => {
    store.session.value;
    comparison.value = undefined;
  });
  const compareWith = (row: number | undefined) => {
    comparison.value = row;
    settings.view.value = 'compare';
    settings.layout.value = withPart(settings.layout.value, 'details');
  };
  useShortcuts({
    P: () => compareWith(undefined),
    'Shift+P': () => compareWith(store.selected.peek()),
  });
  const { rows } = store.session.value;
  const selected = store.selected.value;
  const payload = useComing(() => rows.payloads.bring(selected ?? -1), [rows, selected]);
  const row = selected === undefined ? undefined : rowWith(payload, rows.get(selected));
  return (
    <section class="details" aria-label={say('details')}>
      <DetailsNav store={store} />
      {row ? (
        <Selected
          row={row}
          payload={payload}
          view={settings.view.value}
          onView={(view) => (settings.view.value = view)}
          {...{ comparison, store, actions }}
        />
      ) : (
        <p class="details-none">{say('selectOne')}</p>
      )}
    </section>
  );
}

/** A row with its payload, as soon as that is here. */
function rowWith(payload: Coming<Data>, row: Row | undefined): Row | undefined {
  if (!row?.away || payload.state !== 'here') return row;
  const { away, ...rest } = row;
  return { ...rest, data: payload.value };
}

interface Props {
  readonly row: Row;
  readonly payload: Coming<Data>;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly comparison: Comparison;
  readonly store: Store;
  readonly actions: MessageActions;
}

function Selected({ row, payload, view, onView, comparison, store, actions }: Props) {
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
        {row.away && !withoutPayload.has(current) ? (
          <FromDisk coming={payload} />
        ) : (
          <Payload row={row} view={current} {...{ comparison, store }} />
        )}
      </Tabs>
    </>
  );
}
