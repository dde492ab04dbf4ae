/**
 * Puts a text on the clipboard; gives whether the browser let us. Call it while the person's click or key counts.
 * A panel inside DevTools is a frame to which the asynchronous clipboard may be refused
 * (https://w3c.github.io/clipboard-apis/#clipboard-permissions): there the old command still works.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/**
 * Puts a text on the clipboard that is still being made; gives whether the browser let us. Call it while the person's
 * click or key counts: the browser waits for the text. @throws what the making of it throws
 */
export async function copyComing(text: Promise<Blob>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
    return true;
  } catch {
    return copyBySelection(await (await text).text());
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const source = document.createElement('textarea');
  source.value = text;
  source.className = 'heard';
  document.body.append(source);
  source.select();
  const copied = document.execCommand('copy');
  source.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
