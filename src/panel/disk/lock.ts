/** Takes a lock, which also goes when the panel does; gives what lets it go. */
export const hold = (name: string, options: LockOptions = {}): Promise<() => void> =>
  new Promise((held, refused) => {
    const keep = (lock: Lock | null) =>
      lock ? new Promise<void>((letGo) => held(letGo)) : refused(new Error(`${name} is taken`));
    navigator.locks.request(name, options, keep).catch(refused);
  });

/**
 * Takes a lock where it is free, or is within some ms.
 * @returns what lets it go; `undefined` where somebody has it
 */
export const tryToHold = (name: string, patience = 0): Promise<(() => void) | undefined> =>
  hold(name, patience > 0 ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true }).catch(
    () => undefined,
  );
