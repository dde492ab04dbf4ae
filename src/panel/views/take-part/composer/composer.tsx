import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Store } from '#panel/store/store.ts';
import { refusalText } from '#panel/views/actions.ts';
import { type Key, say } from '#panel/words.ts';
import { type Draft, isFlaw, type Mode, modes } from './draft.ts';
import { hindrance } from './hindrance.ts';
import { MessageEditor } from './message-editor.tsx';
import { TargetSelect } from './target-select.tsx';
import './composer.css';

interface Said {
  readonly level: 'info' | 'error';
  readonly key: Key;
  readonly details: readonly string[];
}

/** Where a person writes a message of their own, to the server or into the page. */
export function Composer({ store, draft }: { store: Store; draft: Draft }) {
  /** What became of the last try, until the draft is changed. */
  const said = useSignal<Said | undefined>(undefined);
  const tries = useRef(0);
  const targetNow = () =>
    draft.target(store.session.peek(), store.sight.chosen.peek(), store.selected.peek());
  store.revision.value;
  const target = draft.target(store.session.value, store.sight.chosen.value, store.selected.value);
  const isWritten = draft.text.value !== '';
  useLayoutEffect(() => draft.hold(target), [isWritten, target]);
  const hindered = hindrance(store.session.value, target);

  const deliver = async (type: 'send' | 'inject') => {
    const tell = (level: Said['level'], key: Key, details: readonly string[] = []) => {
      said.value = { level, key, details };
    };
    const socket = targetNow();
    // What hinders it is said already.
    if (!socket || hindrance(store.session.peek(), socket)) return;
    const data = draft.sendable();
    if (isFlaw(data)) return tell('error', data.key, data.details);
    const own = ++tries.current;
    const refusal = await store.errands.deliver(type, socket, data);
    if (own !== tries.current) return;
    if (!refusal) return tell('info', type === 'send' ? 'sentNotice' : 'injectedNotice');
    const { key, details } = refusalText(refusal);
    tell('error', key, details);
  };

  return (
    <section class="composer" aria-label={say('composer')}>
      <div class="composer-bar">
        <TargetSelect store={store} draft={draft} />
        <ModeSelect draft={draft} />
        <span id="composer-said" class={`composer-said ${said.value?.level ?? ''}`} role="alert">
          {hindered && <span>{say(hindered)}</span>}{' '}
          {said.value && <bdi>{say(said.value.key, ...said.value.details)}</bdi>}
        </span>
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
      <MessageEditor
        draft={draft}
        describedBy="composer-said"
        onChange={() => {
          said.value = undefined;
        }}
        onSubmit={(type) => void deliver(type)}
      />
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
