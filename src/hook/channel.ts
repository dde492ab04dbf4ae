import {
  ALIVE,
  BATCH,
  type Batch,
  COMMAND,
  type CommandEnvelope,
  FIRST_SOCKET,
  HANDSHAKE,
  isCommand,
  isRecord,
} from '#protocol';
import { addEventListener, dispatchEvent, getter, parse, uncurry } from './natives.ts';

const NativeEvent = Event;
const NativeCustomEvent = CustomEvent;
const shownElement = getter<Event, EventTarget | null>(FocusEvent.prototype, 'relatedTarget');
const stop = uncurry(Event.prototype.stopImmediatePropagation);
const detail = getter<Event, unknown>(CustomEvent.prototype, 'detail');

/**
 * The hook's end of the private channel (see protocol/channel.ts). The first handshake comes before any script of the
 * page; a later one is taken only when the relay behind the first says that its extension is gone.
 */
export class Channel {
  #element: EventTarget | undefined;
  readonly #obey: (envelope: CommandEnvelope) => void;

  constructor(window: Window, obey: (envelope: CommandEnvelope) => void) {
    this.#obey = obey;
    addEventListener(window, HANDSHAKE, (event) => this.#shakeHands(event), true);
  }

  /** Hands a batch to the relay; when this returns, the relay has posted it. */
  deliver(batch: Batch): void {
    this.#dispatch(new NativeCustomEvent(BATCH, init(batch)));
  }

  tellFirstSocket(): void {
    this.#dispatch(new NativeEvent(FIRST_SOCKET));
  }

  #dispatch(event: Event): boolean {
    return this.#element === undefined || dispatchEvent(this.#element, event);
  }

  #shakeHands(event: Event): void {
    const element = shownIn(event);
    if (!element) return;
    stop(event);
    if (this.#element && this.#dispatch(new NativeEvent(ALIVE, { cancelable: true }))) return;
    this.#element = element;
    addEventListener(element, COMMAND, (command) => this.#take(command));
  }

  #take(event: Event): void {
    const envelope = parse(detail(event) as string);
    if (!isRecord(envelope) || typeof envelope.reader !== 'string' || !isCommand(envelope.command)) return;
    this.#obey({ reader: envelope.reader, command: envelope.command });
  }
}

const init = (batch: Batch) => ({ __proto__: null, detail: batch }) as CustomEventInit;

/** The element of a handshake; nothing where a page dispatches an event of that name that is none. */
function shownIn(event: Event): EventTarget | null {
  try {
    return shownElement(event);
  } catch {
    // Not a FocusEvent, so no handshake: the page's own event goes on undisturbed.
    return null;
  }
}
