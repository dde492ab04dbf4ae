/** The earliest moments at which the browser tells that the document goes away; what is posted later may be lost. */
export function listenForTheEnd(lastWords: () => void): void {
  window.addEventListener('pagehide', lastWords, true);
  window.addEventListener('beforeunload', lastWords, true);
  if ('navigation' in window) (window.navigation as EventTarget).addEventListener('navigate', lastWords);
}
