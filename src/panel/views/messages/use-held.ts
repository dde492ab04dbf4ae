import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

/** For how long the pointer rests before rows move again, in ms. */
const REST = 2000;

/** Whether rows stand still: while the pointer moves over them, or a button is down, one is about to click. */
export function useHeld() {
  const held = useSignal(false);
  const hold = useMemo(() => new Hold((on) => (held.value = on)), []);
  useEffect(() => {
    const up = () => hold.release();
    addEventListener('pointerup', up);
    addEventListener('pointercancel', up);
    return () => {
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', up);
      hold.end();
    };
  }, [hold]);
  const handlers = {
    onPointerMove: () => hold.touch(),
    onPointerDown: () => hold.press(),
    onPointerLeave: () => hold.leave(),
  };
  return { held, handlers };
}

class Hold {
  readonly #set: (on: boolean) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pressed = false;

  constructor(set: (on: boolean) => void) {
    this.#set = set;
  }

  touch(): void {
    this.#set(true);
    clearTimeout(this.#timer);
    if (!this.#pressed) this.#timer = setTimeout(() => this.#set(false), REST);
  }

  press(): void {
    this.#pressed = true;
    this.touch();
  }

  release(): void {
    if (!this.#pressed) return;
    this.#pressed = false;
    this.touch();
  }

  leave(): void {
    if (!this.#pressed) this.end();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#set(false);
  }
}
