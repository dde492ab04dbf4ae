/**
 * The private channel between hook and relay is a Text node that is in no document. The relay makes it and shows
 * it to the hook once, before any script of the page runs; both then dispatch events on it. Dispatch is synchronous,
 * so what is handed over is handed over, even while the document goes away.
 */

/**
 * The event on `window` by which a relay shows the node, as its `relatedTarget`. The hook stops it, and cancels it
 * where it takes the node, whose text then is what of the window it could not patch; one without a node asks whether a hook is there.
 */
export const HANDSHAKE = 'sockscope';

/**
 * Up, on the node: there is more to read. Told at the document's first event, at the first one after a read that left
 * nothing, and to every relay that comes later.
 */
export const MORE = 'more';

/**
 * Down: a `HookCommand`, as JSON in `detail`. The node's text is then JSON of what became of it, a `Hindrance`. A read is answered before that, by a `BATCH`.
 */
export const COMMAND = 'command';

/**
 * Up: a `Reading` in `detail`. Its events are the node's text at that moment: the worlds share it, whereas what is in
 * `detail` is copied twice.
 */
export const BATCH = 'batch';

/** Up, cancelable: is the relay still alive? It cancels it, unless it has outlived its extension. */
export const ALIVE = 'alive';
