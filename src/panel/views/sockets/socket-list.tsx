import { useMemo, useRef } from 'preact/hooks';
import type { Store } from '#panel/store/store.ts';
import { combination } from '#panel/views/keys/combination.ts';
import { type RowsControl, VirtualRows } from '#panel/views/rows/virtual-rows.tsx';
import { say, sayCount } from '#panel/words.ts';
import { type Choice, chooseByClick, extend } from './choice.ts';
import { SocketOption } from './socket-option.tsx';
import { useCalm } from './use-calm.ts';
import { useNow } from './use-now.ts';
import './socket-list.css';

const OPTION_HEIGHT = 52;

/** The sockets of the session: the messages of those that are chosen are shown, or of all where none is. */
export function SocketList({ store }: { store: Store }) {
  const control = useRef<RowsControl>(undefined);
  const anchor = useRef(0);
  store.revision.value;
  const { sockets, documents, rows } = store.session.value;
  const alive = useMemo(() => sockets.some(({ state }) => state !== 'closed'), [sockets, useCalm(store)]);
  const { live } = store.session.value;
  const clock = useNow(live && alive);
  const now = live && alive ? clock : rows.time(rows.length - 1);
  const chosen = store.sight.chosen.value;

  const apply = ({ sockets: next, active }: Choice) => {
    anchor.current = active;
    store.sight.choose(next);
    control.current?.reveal(active);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return store.sight.choose(new Set());
    if (combination(event) === 'Ctrl+A') {
      event.preventDefault();
      return store.sight.choose(new Set(sockets.keys()));
    }
    const to = target(event.key, anchor.current, chosen.size > 0, sockets.length);
    if (to === undefined) return;
    event.preventDefault();
    apply(event.shiftKey ? extend(chosen, anchor.current, to) : { sockets: new Set([to]), active: to });
  };

  return (
    <section class="sockets">
      <header class="part-head">
        <span>{sayCount('sockets', sockets.length)}</span>
        {chosen.size > 0 && (
          <button type="button" onClick={() => store.sight.choose(new Set())}>
            {say('showAll')}
          </button>
        )}
      </header>
      <VirtualRows
        class="socket-list"
        role="listbox"
        tabIndex={0}
        aria-label={say('sockets')}
        aria-multiselectable={true}
        aria-activedescendant={chosen.size > 0 ? `socket-${anchor.current}` : undefined}
        onKeyDown={onKeyDown}
        count={sockets.length}
        rowHeight={OPTION_HEIGHT}
        control={control}
        row={(index, slot) => {
          const socket = sockets[index];
          return (
            socket && (
              <SocketOption
                key={slot}
                socket={socket}
                of={sockets.length}
                chosen={chosen.has(index)}
                live={live}
                now={now}
                ofSeveral={documents.length > 1}
                onClick={(event) => apply(chooseByClick(chosen, anchor.current, index, event))}
              />
            )
          );
        }}
      />
    </section>
  );
}

/** Where a key leads to from the option that was last acted on; `undefined` where it leads nowhere. */
function target(key: string, from: number, started: boolean, count: number): number | undefined {
  if (count === 0) return undefined;
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (step) return started ? Math.max(0, Math.min(count - 1, from + step)) : from;
  return { Home: 0, End: count - 1 }[key];
}
