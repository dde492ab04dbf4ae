import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';

/** For how long what this panel has written may come back to it as news, in ms. */
const ECHO = 500;

/**
 * A value that is there again when the panel is opened the next time, and in other panels at once: it lives in the
 * extension's own storage, under a name.
 */
export class Kept<T> {
  readonly #name: string;
  readonly #signal;
  /** When it was changed here, on the clock of `performance.now()`. */
  #changed = Number.NEGATIVE_INFINITY;

  /** @param read what the storage has under the name, as a value; `undefined` where it is none */
  constructor(name: string, initial: T, read: (stored: unknown) => T | undefined) {
    this.#name = name;
    this.#signal = signal(initial);
    const take = (stored: unknown) => {
      const value = read(stored);
      if (value !== undefined) this.#signal.value = value;
    };
    void browser.storage.local.get(name).then((all) => {
      if (this.#changed < 0) take(all[name]);
    });
    browser.storage.onChanged.addListener((changes, area) => {
      const isEcho = performance.now() - this.#changed < ECHO;
      if (area === 'local' && changes[name] && !isEcho) take(changes[name].newValue);
    });
  }

  get value(): T {
    return this.#signal.value;
  }

  set value(value: T) {
    this.#changed = performance.now();
    this.#signal.value = value;
    void browser.storage.local.set({ [this.#name]: value });
  }
}
