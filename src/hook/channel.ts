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
  NativeCustomEvent,
  parse,
  stop,
  stringify,
  uncurry,
} from './natives.ts';

const NativeEvent = Event;
const NativeFocusEvent = FocusEvent;
const shownNode = getter<Event, EventTarget | null>(FocusEvent.prototype, 'relatedTarget');
const cancel = uncurry(Event.prototype.preventDefault);
const setData = uncurry(
  getOwnPropertyDescriptor(CharacterData.prototype, 'data')?.set as (this: EventTarget, text: string) => void,
);

/**
 * The hook's end of the private channel (see protocol/channel.ts). The first handshake comes before any script of the
 * page; a later one is taken only when the relay behind the first says that its extension is gone.
 */
export class Channel {
  #node: EventTarget | undefined;
  #hasMore = false;
  readonly #obey: (command: HookCommand) => Hindrance | undefined;

  /** @param obey does what the relay asks for, and gives what hindered it */
  constructor(window: Window, obey: (command: HookCommand) => Hindrance | undefined) {
    this.#obey = obey;
    addEventListener(window, HANDSHAKE, (event) => this.#shakeHands(event), true);
  }

  /** Hands the relay what it reads; when this returns, the relay has taken it. */
  deliver({ events, ...detail }: Reading & { readonly events: string }): void {
    this.#write(events);
    this.#dispatch(new NativeCustomEvent(BATCH, { __proto__: null, detail } as CustomEventInit));
  }

  tellMore(): void {
    this.#hasMore = true;
    this.#dispatch(new NativeEvent(MORE));
  }

  #write(text: string): void {
    if (this.#node) setData(this.#node, text);
  }

  #dispatch(event: Event): boolean {
    return this.#node === undefined || dispatchEvent(this.#node, event);
  }

  #shakeHands(event: Event): void {
    const node = shownIn(event);
    if (node === undefined) return;
    stop(event);
    if (node === null) {
      cancel(event);
      return;
    }
    if (!this.#dispatch(new NativeEvent(ALIVE, { cancelable: true }))) return;
    cancel(event);
    this.#node = node;
    // The relay before may live on without its extension: it commands no more.
    addEventListener(node, COMMAND, (command) => node === this.#node && this.#take(command));
    if (this.#hasMore) this.tellMore();
  }

  /** Only a relay has the node, and it lets nothing through but commands. */
  #take(event: Event): void {
    this.#write(stringify({ __proto__: null, ...this.#obey(parse(detail(event) as string) as HookCommand) }));
  }
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
