import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { SocketRecord } from '#model';
import { toolsKnow } from '#panel/devtools/abilities.ts';
import type { Store } from '#panel/store/store.ts';
import { type Order, orders, type Wanted, wanted } from '#panel/views/axis/lanes/wanted.ts';
import type { TimelineView } from '#panel/views/axis/view.ts';
import { useFencedEffect } from '#panel/views/fence/use-fenced.ts';
import { useCalm } from '#panel/views/sockets/use-calm.ts';
import { say, sayCount } from '#panel/words.ts';

/** From how many sockets on one looks for them, and puts them in order. */
const MANY = 9;

interface Props {
  readonly store: Store;
  readonly view: TimelineView;
}

/** How many sockets there are, by state: each figure shows those alone. Where there are many, also a search and an order. */
export function SocketsBar({ store, view }: Props) {
  const text = useSignal('');
  const state = useSignal<Wanted['state']>('any');
  const order = useSignal<Order>('made');
  useFencedEffect(() => {
    const asked = wanted(text.value, state.value, order.value);
    void view.lanes.value;
    view.arrange((slots) => slots.want(asked));
  });
  const { sockets } = store.session.value;
  const ended = useMemo(() => sockets.filter(isEnded).length, [sockets, useCalm(store)]);
  const toggle = (only: Wanted['state']) => {
    state.value = state.peek() === only ? 'any' : only;
  };
  const count = (only: 'live' | 'ended', n: number) =>
    n > 0 && (
      <button type="button" aria-pressed={state.value === only} onClick={() => toggle(only)}>
        {sayCount(only === 'live' ? 'summaryOpen' : 'summaryClosed', n)}
      </button>
    );
  return (
    <>
      <span class="sockets-count" {...(toolsKnow !== 'here' && { title: say(`workersUntold_${toolsKnow}`) })}>
        {sayCount('sockets', sockets.length)}
      </span>
      {count('live', sockets.length - ended)}
      {count('ended', ended)}
      {sockets.length >= MANY && (
        <>
          <input
            type="search"
            class="sockets-search"
            aria-label={say('findSockets')}
            placeholder={say('findSockets')}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value;
            }}
          />
          <select
            aria-label={say('orderSockets')}
            value={order.value}
            onChange={(event) => {
              order.value = orders.find((each) => each === event.currentTarget.value) ?? 'made';
            }}
          >
            {orders.map((each) => (
              <option key={each} value={each}>
                {say(`order_${each}`)}
              </option>
            ))}
          </select>
        </>
      )}
      {store.sight.chosen.value.size > 0 && (
        <button type="button" onClick={() => store.sight.choose(new Set())}>
          {say('showAll')}
        </button>
      )}
    </>
  );
}

const isEnded = ({ state }: SocketRecord): boolean => state === 'closed';
