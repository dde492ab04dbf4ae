import type { Signal } from '@preact/signals';
import { settings } from '#panel/settings/settings.ts';
import type { Store } from '#panel/store/store.ts';
import type { TimelineView } from '#panel/views/axis/view.ts';
import { useShortcuts } from '#panel/views/keys/use-shortcuts.ts';
import { say } from '#panel/words.ts';
import { ZOOM } from './moves/keys.ts';
import { SocketsBar } from './sockets-bar.tsx';

interface Props {
  readonly store: Store;
  readonly view: TimelineView;
  /** Whether the lanes are shown where there is least room. */
  readonly lanes: Signal<boolean>;
}

/** Above the lanes: the sockets in figures, and the moves over the axis. */
export function TimelineBar({ store, view, lanes }: Props) {
  const { kind } = view.focus.value;
  const toggleRates = () => {
    settings.rates.value = !settings.rates.value;
  };
  useShortcuts({ 'Shift+R': toggleRates });
  return (
    <header class="part-head">
      <button
        type="button"
        class="lanes-toggle"
        aria-expanded={lanes.value}
        onClick={() => {
          lanes.value = !lanes.value;
        }}
      >
        {say('sockets')} ▾
      </button>
      <SocketsBar store={store} view={view} />
      <button
        type="button"
        aria-pressed={settings.rates.value}
        title={say('ratesTitle')}
        onClick={toggleRates}
      >
        {say('rates')}
      </button>
      <span class="timeline-gap" />
      <button
        type="button"
        aria-label={say('zoomOut')}
        title={say('zoomOut')}
        onClick={() => view.zoom(1 / ZOOM)}
      >
        −
      </button>
      <button type="button" aria-label={say('zoomIn')} title={say('zoomIn')} onClick={() => view.zoom(ZOOM)}>
        +
      </button>
      <button
        type="button"
        aria-pressed={kind === 'all'}
        title={say('fitTitle')}
        onClick={() => view.showAll()}
      >
        {say('fit')}
      </button>
      <button
        type="button"
        aria-pressed={kind === 'newest'}
        title={say('followTitle')}
        onClick={() => view.follow()}
      >
        {say('follow')}
      </button>
    </header>
  );
}
