/**
 * The private channel between hook and relay is a DOM element that is in no document. The relay makes it and shows
 * it to the hook once, before any script of the page runs; both then dispatch events on it. Dispatch is synchronous,
 * so what is handed over is handed over, even while the document goes away.
 */

/** The event on `window` by which a relay shows the element, as its `relatedTarget`. The hook stops it. */
export const HANDSHAKE = 'sockscope';

/** Up, on the element: the document made its first socket. */
export const FIRST_SOCKET = 'first-socket';

/** Up: a `Batch`, in `detail`. */
export const BATCH = 'batch';

/** Down: a `CommandEnvelope`, as JSON in `detail`. */
export const COMMAND = 'command';

/** Up, cancelable: is the relay still alive? A relay that outlived its extension cancels it. */
export const ALIVE = 'alive';
