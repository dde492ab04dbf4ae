const [TAB, LINE_FEED, RETURN, SPACE, COMMA] = [0x09, 0x0a, 0x0d, 0x20, 0x2c];

/** JSON lines as a list, which has the same places: no line feed is inside of a value, and blank lines are white space. */
export function asList(lines: Uint8Array): Uint8Array<ArrayBuffer> {
  const list = new Uint8Array(lines.length + 2);
  list[0] = '['.charCodeAt(0);
  list.set(lines, 1);
  list[list.length - 1] = ']'.charCodeAt(0);
  let comma = -1;
  for (let at = 1; at < list.length - 1; at++) {
    const byte = list[at];
    if (byte === LINE_FEED || byte === RETURN) {
      list[at] = SPACE;
      if (comma === 0) comma = at;
    } else if (byte !== SPACE && byte !== TAB) {
      if (comma > 0) list[comma] = COMMA;
      comma = 0;
    }
  }
  return list;
}
