/** Statuses of a handshake that mean something of their own: https://www.rfc-editor.org/rfc/rfc6455#section-4.1 */
const told = [0, 101, 200, 400, 401, 403, 404, 426, 429, 502, 503, 504] as const;

export type HandshakeKey =
  | `handshake${(typeof told)[number]}`
  /** 300 to 399: browsers follow no redirect of a handshake. */
  | 'handshakeRedirect'
  /** 400 to 499, 500 to 599. */
  | 'handshakeRefused'
  | 'handshakeServer'
  | 'handshakeOther';

/** The key of the message that says in words what the HTTP status of a handshake means; 0 for no answer. */
export function handshakeKey(status: number): HandshakeKey {
  const known = told.find((each) => each === status);
  if (known !== undefined) return `handshake${known}`;
  const classes = { 3: 'handshakeRedirect', 4: 'handshakeRefused', 5: 'handshakeServer' } as const;
  return classes[Math.floor(status / 100) as 3 | 4 | 5] ?? 'handshakeOther';
}
