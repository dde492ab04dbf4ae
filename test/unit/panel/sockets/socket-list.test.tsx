// @vitest-environment happy-dom
import '#support/extension-api.ts';

import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { enter, Session } from '#model';
import { ageText, documentText } from '#panel/views/sockets/life.ts';
import { SocketOption } from '#panel/views/sockets/socket-option.tsx';

const session = new Session();
const document = session.addDocument('d', 'https://a.example/chat/?room=1', 0);

/** A socket made at 1000. */
function made(id: number) {
  const socket = session.addSocket(document, id, 1000);
  enter(socket, 'connecting', 1000, 'page');
  return socket;
}

const shown = (socket: ReturnType<typeof made>, ofSeveral = false) => {
  render(
    <SocketOption
      socket={socket}
      of={1}
      chosen={false}
      now={4000}
      ofSeveral={ofSeveral}
      onClick={() => undefined}
    />,
  );
  return screen.getByRole('option').textContent;
};

afterEach(cleanup);

describe('the age of a socket', () => {
  it('runs while it lives, and stays what it was when it has ended', () => {
    const socket = made(1);
    expect(ageText(socket, 3000)).toBe('connecting for 2\u00a0s');
    enter(socket, 'open', 2000, 'server');
    expect(ageText(socket, 4000)).toBe('open for 3\u00a0s');
    enter(socket, 'closing', 4500, 'page');
    expect(ageText(socket, 4600)).toBe('open for 3.6\u00a0s');
    enter(socket, 'closed', 5000, 'server');
    expect(ageText(socket, 9000)).toBe('lasted 4\u00a0s');
    expect(ageText(made(2), 500)).toBe('connecting for 0\u00a0ms');
  });
});

describe('a socket in the list', () => {
  it('says its protocol, its age, and how it ended, in words', () => {
    const socket = made(3);
    Object.assign(socket, { protocol: 'graphql-ws', close: { code: 1006, reason: '', wasClean: false } });
    enter(socket, 'closed', 2000, 'error');
    expect(shown(socket)).toMatch(/1006.*lasted 1\ss.*abnormal closure.*graphql-ws/);
  });

  it('says its document only where there are several', () => {
    expect(shown(made(4), true)).toContain('/chat/?room=1');
    cleanup();
    expect(shown(made(5))).not.toContain('/chat/?room=1');
  });

  it('names a document by what is not its server, and one without a server in full', () => {
    expect(documentText(document)).toBe('/chat/?room=1');
    for (const url of ['about:blank', 'no url', '']) expect(documentText({ ...document, url })).toBe(url);
  });
});
