/** Both cases of an ASCII character, as bytes. */
const casesOf = (character: string) =>
  [character.toLowerCase(), character.toUpperCase()].map((each) => each.charCodeAt(0));

/**
 * Finds a text of ASCII characters in bytes, whatever its case. Read as UTF-8 or a character each, bytes have the same
 * ASCII characters at the same places: reading them, which takes longer than looking for it, is not needed.
 */
export function bytesTest(text: string): (bytes: Uint8Array) => boolean {
  const cases = Array.from(text, casesOf);
  const low = Uint8Array.from(cases, ([each]) => each ?? 0);
  const high = Uint8Array.from(cases, ([, each]) => each ?? 0);
  const [firstLow, firstHigh] = [low[0], high[0]];
  const isAt = (bytes: Uint8Array, at: number) => {
    for (let i = 1; i < low.length; i++)
      if (bytes[at + i] !== low[i] && bytes[at + i] !== high[i]) return false;
    return true;
  };
  return (bytes) => {
    const end = bytes.length - low.length;
    for (let at = 0; at <= end; at++)
      if ((bytes[at] === firstLow || bytes[at] === firstHigh) && isAt(bytes, at)) return true;
    return false;
  };
}
