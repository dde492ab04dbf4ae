import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';

/**
 * A value that is there again when the panel is opened the next time, and in other panels at once: it lives in the
 * extension's own storage, under a name.
 */
export class Kept<T> {
  readonly #name: string;
  readonly #signal;
  #changed = false;

  /** @param read what the storage has under the name, as a value; `undefined` where it is none */
  constructor(name: string, initial: T, read: (stored: unknown) => T | undefined) {
    this.#name = name;
    this.#signal = signal(initial);
    const take = (stored: unknown) => {
      const value = read(stored);
      if (value !== undefined) this.#signal.value = value;
    };
    void browser.storage.local.get(name).then((all) => this.#changed || take(all[name]));
    browser.storage.local.onChanged.addListener((changes) => {
      if (changes[name]) take(changes[name].newValue);
    });
  }

  get value(): T {
    return this.#signal.value;
  }

  set value(value: T) {
    this.#changed = true;
    this.#signal.value = value;
    void browser.storage.local.set({ [this.#name]: value });
  }
}
