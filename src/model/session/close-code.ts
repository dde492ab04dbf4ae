/** Codes that have a meaning of their own: https://www.iana.org/assignments/websocket/websocket.xml#close-code-number */
const registered = [
  1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015,
] as const;

export type CloseCodeKey =
  | `closeCode${(typeof registered)[number]}`
  /** 3000 to 3999: of a library, registered with IANA. */
  | 'closeCodeLibrary'
  /** 4000 to 4999: between the page and its server. */
  | 'closeCodeApplication'
  | 'closeCodeUnknown';

/** The key of the message that says in words what a close code means. */
export function closeCodeKey(code: number): CloseCodeKey {
  const known = registered.find((each) => each === code);
  if (known !== undefined) return `closeCode${known}`;
  if (code >= 3000 && code < 4000) return 'closeCodeLibrary';
  return code >= 4000 && code < 5000 ? 'closeCodeApplication' : 'closeCodeUnknown';
}
