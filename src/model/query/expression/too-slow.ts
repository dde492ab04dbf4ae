/** Thrown where to look for an expression in a text would take too long. */
export class TooSlow {}

/**
 * Thrown where an expression has gone through a part of a long text, so that something else may come in between: when
 * the same is asked again it goes on from there.
 */
export class Unfinished {}
