import { ALIVE, BATCH, type Batch, COMMAND, type CommandEnvelope, HANDSHAKE, SOCKETS } from '#protocol';
import {
  addEventListener,
  detail,
  dispatchEvent,
  getOwnPropertyDescriptor,
  getter,
  NativeCustomEvent,
  parse,
  stop,
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
  #hasSockets = false;
  readonly #obey: (envelope: CommandEnvelope) => void;

  constructor(window: Window, obey: (envelope: CommandEnvelope) => void) {
    this.#obey = obey;
    addEventListener(window, HANDSHAKE, (event) => this.#shakeHands(event), true);
  }

  /** Hands a batch to the relay; when this returns, the relay has posted it. */
  deliver({ events, ...rest }: Batch): void {
    if (!this.#node) return;
    setData(this.#node, events);
    this.#dispatch(new NativeCustomEvent(BATCH, { __proto__: null, detail: rest } as CustomEventInit));
    setData(this.#node, '');
  }

  tellSockets(): void {
    this.#hasSockets = true;
    this.#dispatch(new NativeEvent(SOCKETS));
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
    addEventListener(node, COMMAND, (command) => this.#take(command));
    if (this.#hasSockets) this.tellSockets();
  }

  /** Only a relay has the element, and it lets nothing through but commands. */
  #take(event: Event): void {
    this.#obey(parse(detail(event) as string) as CommandEnvelope);
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
