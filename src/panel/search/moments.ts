/** After so many ms without a frame there is none to wait for: the panel is not to be seen. */
const NO_FRAME = 100;

export const now = (): number => performance.now();

/** Calls after what the browser has to do now: a timer would wait for some ms, and a frame for the screen. */
export function soon(call: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    call();
  };
  port2.postMessage(undefined);
}

/** Calls after the next frame; soon, where the panel is not to be seen and there are none. */
export function afterFrame(call: () => void): void {
  if (document.hidden) {
    soon(call);
    return;
  }
  const timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    call();
  }, NO_FRAME);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    soon(call);
  });
}
