import { addEventListener, detail, dispatchEvent, NativeCustomEvent, stop, weakGet } from '#hook/natives.ts';
import type { Life } from './life.ts';

/** Of the extension: hooks of different ones do not know what is in the other's objects. */
declare const VERSION: string;

/** What hooks of documents that can reach one another have in common: any may be handed what is another's. */
interface Family {
  /** Disguised functions and what they stand for. */
  readonly originals: WeakMap<object, object>;
  /** Sockets, and what is known of them. */
  readonly lives: WeakMap<object, Life>;
}

/** The event by which a hook asks that of another document. Nobody else hears it: that one's listener is the first. */
const ASK = `sockscope-${VERSION}`;

/** The family of the documents around this one or of what opened it; a new one where there is none. */
export const family: Family = ask('parent') ??
  ask('top') ??
  ask('opener') ?? { originals: new WeakMap(), lives: new WeakMap() };
addEventListener(window, ASK, answer);

function ask(whom: 'parent' | 'top' | 'opener'): Family | undefined {
  try {
    const other: Window = window[whom];
    const question: { family?: Family } = {};
    // The page's own window has nothing to say yet.
    dispatchEvent(other, new NativeCustomEvent(ASK, { detail: question }));
    const { family } = question;
    // A document without a hook may have an answer of its own.
    if (family) weakGet(family.originals, weakGet(family.lives, question) ?? question);
    return family;
  } catch {
    // There is none, or it is of another origin, and its scripts cannot reach what is of this one.
    return undefined;
  }
}

function answer(event: Event): void {
  try {
    (detail(event) as { family?: Family }).family = family;
    stop(event);
  } catch {
    // The page's own event of that name goes on undisturbed.
  }
}
