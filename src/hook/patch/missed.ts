let names = '';

/** Something could not be patched, because of what another script did before: a person is told what. */
export const miss = (name: string): void => {
  names += (names && ', ') + name;
};

/** What could not be patched, as code; empty where all was. */
export const missed = (): string => names;
