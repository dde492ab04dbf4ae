import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Notice } from '#panel/notice.ts';
import type { Store } from '#panel/store/store.ts';
import { deliveredNotice } from '#panel/views/actions.ts';
import { RowLink } from '#panel/views/messages/row-link.tsx';
import { say } from '#panel/words.ts';
import { type Draft, isFlaw, type Mode, modes } from './draft.ts';
import { hindrance } from './hindrance.ts';
import { MessageEditor } from './message-editor.tsx';
import { TargetSelect } from './target-select.tsx';
import './composer.css';

/** Where a person writes a message of their own, to the server or into the page. */
export function Composer({ store, draft }: { store: Store; draft: Draft }) {
  /** What became of the last try, until the draft is changed. */
  const said = useSignal<Notice | undefined>(undefined);
  const tries = useRef(0);
  const targetNow = () =>
    draft.target(store.session.peek(), store.sight.chosen.peek(), store.selected.peek());
  store.revision.value;
  const target = draft.target(store.session.value, store.sight.chosen.value, store.selected.value);
  const isWritten = draft.text.value !== '';
  useLayoutEffect(() => draft.hold(target), [isWritten, target]);
  const hindered = hindrance(store.session.value, target);

  const deliver = async (type: 'send' | 'inject') => {
    const socket = targetNow();
    // What hinders it is said already.
    if (!socket || hindrance(store.session.peek(), socket)) return;
    const data = draft.sendable();
    if (isFlaw(data)) {
      said.value = { level: 'error', ...data };
      return;
    }
    const own = ++tries.current;
    const delivered = await store.errands.deliver(type, socket, data);
    if (own === tries.current) said.value = deliveredNotice(delivered, type === 'send' ? 'sent' : 'injected');
  };

  return (
    <section class="composer" aria-label={say('composer')}>
      <div class="composer-bar">
        <TargetSelect store={store} draft={draft} />
        <ModeSelect draft={draft} />
        {draft.mode.value === 'json' && <JsonTools draft={draft} />}
        <span class="composer-room" />
        <button
          type="button"
          class={isWritten ? 'main' : 'framed'}
          disabled={hindered !== undefined}
          title={say(hindered ?? 'sendTitle')}
          onClick={() => void deliver('send')}
        >
          {say('send')}
        </button>
        <button
          type="button"
          class="framed"
          disabled={hindered !== undefined}
          title={say(hindered ?? 'injectPageTitle')}
          onClick={() => void deliver('inject')}
        >
          {say('injectIntoPage')}
        </button>
      </div>
      <div class="composer-text">
        <MessageEditor
          draft={draft}
          describedBy="composer-said"
          onChange={() => {
            said.value = undefined;
          }}
          onSubmit={(type) => void deliver(type)}
        />
        <p id="composer-said" class={`composer-said ${said.value?.level ?? ''}`} role="alert">
          {hindered && <span>{say(hindered)}</span>}{' '}
          {said.value && <bdi>{say(said.value.key, ...said.value.details)}</bdi>}{' '}
          {said.value?.row !== undefined && <RowLink row={said.value.row} store={store} />}
        </p>
      </div>
    </section>
  );
}

const ModeSelect = ({ draft }: { draft: Draft }) => (
  <select
    aria-label={say('mode')}
    value={draft.mode.value}
    onChange={(event) => {
      draft.mode.value = event.currentTarget.value as Mode;
    }}
  >
    {modes.map((mode) => (
      <option key={mode} value={mode}>
        {say(`mode_${mode}`)}
      </option>
    ))}
  </select>
);

/** JSON is laid out to be read and written, and goes out as short as it can be, unless a person wants otherwise. */
const JsonTools = ({ draft }: { draft: Draft }) => (
  <>
    <button type="button" class="framed" title={say('layOutTitle')} onClick={() => draft.layOut()}>
      {say('layOut')}
    </button>
    <label title={say('compactTitle')}>
      <input
        type="checkbox"
        checked={draft.compact.value}
        onChange={(event) => {
          draft.compact.value = event.currentTarget.checked;
        }}
      />
      {say('compact')}
    </label>
  </>
);
