import {
  ALIVE,
  BATCH,
  COMMAND,
  HANDSHAKE,
  type Hindrance,
  type HookCommand,
  MORE,
  type Reading,
} from '#protocol';
import {
  addEventListener,
  detail,
  dispatchEvent,
  getOwnPropertyDescriptor,
  getter,
  method,
  NativeCustomEvent,
  parse,
  stop,
  stringify,
  uncurry,
} from './natives.ts';
import { missed } from './patch/missed.ts';

const NativeEvent = Event;
const NativeFocusEvent = FocusEvent;
const shownNode = getter<Event, EventTarget | null>(FocusEvent, 'relatedTarget');
const cancel = method(Event, 'preventDefault');
const setData = uncurry(
  getOwnPropertyDescriptor(CharacterData.prototype, 'data')?.set as (this: EventTarget, text: string) => void,
);

/** The hook's end of the private channel (see protocol/channel.ts). */
export interface Channel {
  /** Hands the relay what it reads; when this returns, the relay has taken it. */
  deliver(reading: Reading & { readonly events: string }): void;
  /** Tells that there is more to read. */
  tellMore(): void;
}

/**
 * Opens the channel. The first handshake comes before any script of the page; a later one is taken only when the relay
 * behind the first says that its extension is gone.
 * @param obey does what the relay asks for, and gives what hindered it
 */
export function openChannel(window: Window, obey: (command: HookCommand) => Hindrance | undefined): Channel {
  let relay: EventTarget | undefined;
  let hasMore = false;

  const write = (text: string) => relay && setData(relay, text);
  const dispatch = (event: Event) => relay === undefined || dispatchEvent(relay, event);
  const tellMore = () => {
    hasMore = true;
    dispatch(new NativeEvent(MORE));
  };

  addEventListener(
    window,
    HANDSHAKE,
    (event) => {
      const node = shownIn(event);
      if (node === undefined) return;
      stop(event);
      if (node && !dispatch(new NativeEvent(ALIVE, { cancelable: true }))) return;
      cancel(event);
      if (!node) return;
      relay = node;
      // Only a relay has the node, and it lets nothing through but commands. The one before may live on without its
      // extension: it commands no more.
      addEventListener(node, COMMAND, (command) => {
        if (node === relay)
          write(stringify({ __proto__: null, ...obey(parse(detail(command) as string) as HookCommand) }));
      });
      write(missed());
      if (hasMore) tellMore();
    },
    true,
  );

  return {
    deliver({ events, ...detail }) {
      write(events);
      dispatch(new NativeCustomEvent(BATCH, { __proto__: null, detail } as CustomEventInit));
    },
    tellMore,
  };
}

/** The node of a handshake, `null` where it has none; `undefined` where a page dispatches an event of that name. */
function shownIn(event: Event): EventTarget | null | undefined {
  try {
    return shownNode(event);
  } catch {
    // Not a FocusEvent, so no handshake: the page's own event goes on undisturbed.
    return undefined;
  }
}

/** Whether a hook is in this window already: Firefox runs content scripts again when an extension is reloaded. */
export const isHooked = (window: Window): boolean =>
  !dispatchEvent(window, new NativeFocusEvent(HANDSHAKE, { cancelable: true }));
