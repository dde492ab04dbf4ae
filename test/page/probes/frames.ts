/** A document of the same origin within this one, ready to be used. */
export function innerWindow(): Window & typeof globalThis {
  const frame = document.createElement('iframe');
  document.documentElement.append(frame);
  return frame.contentWindow as Window & typeof globalThis;
}
