import { expect, it } from 'vitest';
import { handshakeKey } from '#model';

it.each([
  [101, 'handshake101'],
  [0, 'handshake0'],
  [302, 'handshakeRedirect'],
  [403, 'handshake403'],
  [418, 'handshakeRefused'],
  [500, 'handshakeServer'],
  [204, 'handshakeOther'],
  [Number.NaN, 'handshakeOther'],
])('a handshake of status %d is explained', (status, key) => {
  expect(handshakeKey(status)).toBe(key);
});
