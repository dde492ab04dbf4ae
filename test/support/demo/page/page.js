/**
 * The element with an id.
 * @template {Element} T
 * @param {string} id
 * @param {{ new (): T }} type what it must be
 */
export function element(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} #${id}`);
  return found;
}

/** A socket to the server of the page. @param {string} path */
export const connect = (path) => new WebSocket(`${location.origin.replace('http', 'ws')}${path}`);
