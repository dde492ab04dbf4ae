import { useSignal } from '@preact/signals';
import { useContext, useMemo } from 'preact/hooks';
import type { Data, Row } from '#model';
import type { View } from '#panel/settings/preferences.ts';
import { settings } from '#panel/settings/settings.ts';
import type { Store } from '#panel/store/store.ts';
import type { MessageActions } from '#panel/views/actions.ts';
import { claim } from '#panel/views/keys/claim.ts';
import { combination } from '#panel/views/keys/combination.ts';
import { focusPayload, focusTable } from '#panel/views/keys/parts.ts';
import { useShortcuts } from '#panel/views/keys/use-shortcuts.ts';
import { shape } from '#panel/views/layout/shape.ts';
import { Mark } from '#panel/views/messages/mark.tsx';
import { say } from '#panel/words.ts';
import { Actions } from './actions/actions.tsx';
import { compareWith } from './compare/compare.ts';
import { Pinned } from './compare/pinned.tsx';
import { DetailsNav } from './details-nav.tsx';
import { Ends } from './ends.tsx';
import { FindInPayload } from './find/find-in-payload.tsx';
import { FindContext, PayloadFind } from './find/payload-find.ts';
import { Meta } from './meta.tsx';
import { Payload, viewsOf, withoutPayload } from './payload.tsx';
import { FromDisk } from './progress/from-disk.tsx';
import { type Coming, useComing } from './progress/use-coming.ts';
import { Tabs } from './tabs.tsx';
import './details.css';

/** The selected row in full. */
export function Details({ store, actions }: { store: Store; actions: MessageActions }) {
  useShortcuts({
    P: () => compareWith(store, undefined),
    'Shift+P': () => compareWith(store, store.selected.peek()),
  });
  const { rows } = store.session.value;
  const selected = store.selected.value;
  const payload = useComing(() => rows.payloads.bring(selected ?? -1), [rows, selected]);
  const row = selected === undefined ? undefined : rowWith(payload, rows.get(selected));
  const find = useMemo(() => new PayloadFind(), []);
  /** How rows about the life of sockets are looked at: what is chosen there says nothing about messages. */
  const lifeView = useSignal<View>('preview');
  const view = row?.form === undefined ? lifeView : settings.view;
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const pressed = event.defaultPrevented ? '' : combination(event);
    if (pressed === 'Escape') leave(store);
    else if (pressed === 'Ctrl+F' && find.view.peek()) openFind(find, event.currentTarget);
    else return;
    claim(event);
  };
  return (
    <FindContext.Provider value={find}>
      <section class="details" aria-label={say('details')} onKeyDown={onKeyDown}>
        <DetailsNav store={store} />
        {row ? (
          <Selected
            row={row}
            payload={payload}
            view={view.value}
            onView={(next) => {
              view.value = next;
            }}
            {...{ store, actions }}
          />
        ) : (
          <p class="details-none">{say('selectOne')}</p>
        )}
      </section>
    </FindContext.Provider>
  );
}

/** Leads back to the row; where the details lie over the table, they are closed. */
function leave(store: Store): void {
  if (shape.peek() === 'tiny') store.select(undefined);
  focusTable();
}

/** Opens the box for what is looked for in the payload, or goes back to it. */
function openFind({ text }: PayloadFind, details: HTMLElement): void {
  text.value ??= '';
  const box = details.querySelector<HTMLInputElement>('.in-payload input');
  box?.focus();
  box?.select();
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
  readonly store: Store;
  readonly actions: MessageActions;
}

function Selected({ row, payload, view, onView, store, actions }: Props) {
  const find = useContext(FindContext);
  const closeFind = () => {
    find.text.value = undefined;
    focusPayload();
  };
  const views = viewsOf(row);
  const current = views.includes(view) ? view : (views[0] ?? 'socket');
  return (
    <>
      <div class="details-head">
        <Meta row={row} />
        <Pinned store={store} />
        <Mark row={row.index} store={store} />
      </div>
      {row.form === undefined ? (
        <Ends row={row} store={store} />
      ) : (
        <Actions row={row} store={store} actions={actions} />
      )}
      <Tabs
        label={say('details')}
        tabs={views.map((id) => ({ id, label: say(`view_${id}`) }))}
        current={current}
        onChange={onView}
      >
        {find.text.value !== undefined && <FindInPayload onClose={closeFind} />}
        {row.away && !withoutPayload.has(current) ? (
          <FromDisk coming={payload} />
        ) : (
          <Payload row={row} view={current} store={store} />
        )}
      </Tabs>
    </>
  );
}
