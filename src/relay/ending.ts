/**
 * Tells of the earliest moments at which the browser says that the document goes away. What is posted later may be lost.
 * @param mayLeave called where it may
 * @param leaves called where it does, before the page's own listeners
 */
export function listenForTheEnd(mayLeave: () => void, leaves: () => void): void {
  window.addEventListener('pagehide', leaves, true);
  window.addEventListener('beforeunload', mayLeave, true);
  if ('navigation' in window) (window.navigation as EventTarget).addEventListener('navigate', mayLeave);
}
