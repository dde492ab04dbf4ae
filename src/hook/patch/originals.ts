import {
  addEventListener,
  detail,
  dispatchEvent,
  NativeCustomEvent,
  stop,
  weakGet,
  weakSet,
} from '#hook/natives.ts';

type Originals = WeakMap<object, object>;

/** The event by which the hook of a document asks the hook of the document around it. Nobody else hears it. */
const ASK = 'sockscope-originals';

/**
 * Disguised functions and what they stand for: one list for a document and those within it, for any of them may print
 * the functions of another.
 */
const originals = askAround() ?? new WeakMap();
addEventListener(window, ASK, answer);

function askAround(): Originals | undefined {
  const question: { originals?: Originals } = {};
  try {
    dispatchEvent(parent, new NativeCustomEvent(ASK, { detail: question }));
    if (question.originals) weakGet(question.originals, question);
    return question.originals;
  } catch {
    // The document around this one is of another origin, and its scripts cannot reach these functions.
    return undefined;
  }
}

function answer(event: Event): void {
  try {
    (detail(event) as { originals?: Originals }).originals = originals;
    stop(event);
  } catch {
    // The page's own event of that name goes on undisturbed.
  }
}

export const remember = (disguised: object, original: object): void => {
  weakSet(originals, disguised, original);
};

/** The native that a disguised function stands for; any other value as it is. */
export const original = (value: unknown): unknown =>
  typeof value === 'function' ? (weakGet(originals, value) ?? value) : value;
