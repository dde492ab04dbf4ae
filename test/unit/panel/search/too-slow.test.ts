import '#support/extension-api.ts';

import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { Session } from '#model';
import { Sight } from '#panel/store/sight.ts';

const NEVER = '/(a+)+\\1$/';
const wild = `${'a'.repeat(40)}b`;

function sessionOf(...texts: string[]): Session {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
  for (const data of texts) session.push({ type: 'message', time: 0, socket, form: 'text', data });
  return session;
}

function sightOf(session: Session) {
  const sight = new Sight(session, signal(false), () => undefined);
  sight.look(session);
  const finish = () => {
    while (!sight.search.advance(performance.now() + 10, () => performance.now()));
    sight.search.present(performance.now());
  };
  const found = () => Array.from({ length: sight.result.value.length }, (_, at) => sight.result.value.at(at));
  const hits = () => {
    const { value } = sight.hits;
    return value && Array.from({ length: value.length }, (_, at) => value.at(at));
  };
  finish();
  return { sight, finish, found, hits };
}

describe('what would take too long', () => {
  it('is said, with the message; the last good result stays, and grows', () => {
    const session = sessionOf('tick', 'tock', wild);
    const { sight, finish, found } = sightOf(session);
    sight.setFilter('/t.ck/');
    finish();
    sight.setFilter(NEVER);
    finish();
    expect(sight.filterError.value).toMatchObject({ key: 'queryTooSlow', detail: '3', length: NEVER.length });
    expect(found()).toEqual([0, 1]);
    session.push({
      type: 'message',
      time: 0,
      socket: session.sockets[0] as never,
      form: 'text',
      data: 'tuck',
    });
    finish();
    expect([found(), sight.highlight.value?.source]).toEqual([[0, 1, 3], 't.ck']);
    sight.setFilter('tock');
    finish();
    expect([sight.filterError.value, found()]).toEqual([undefined, [1]]);
  });

  it('leaves the hits of Find as they were', () => {
    const { sight, finish, found, hits } = sightOf(sessionOf('tick', 'tock', wild));
    sight.setFind('tock');
    finish();
    sight.setFind(NEVER);
    finish();
    expect(sight.findError.value).toMatchObject({ key: 'queryTooSlow', detail: '3' });
    expect([found(), hits()]).toEqual([[0, 1, 2], [1]]);
  });

  it('is not found in a message that comes later, of which it is said; what was found stays', () => {
    const session = sessionOf('aa', 'b');
    const { sight, finish, found } = sightOf(session);
    sight.setFilter(NEVER);
    finish();
    expect([found(), sight.filterError.value]).toEqual([[0], undefined]);
    for (const data of [wild, 'aaa'])
      session.push({ type: 'message', time: 0, socket: session.sockets[0] as never, form: 'text', data });
    finish();
    expect(found()).toEqual([0, 3]);
    expect(sight.filterError.value).toMatchObject({ key: 'queryTooSlow', detail: '3' });
  });

  it('is never more than a slice long, though messages are', () => {
    const long = 'a'.repeat(5_000_000);
    const { sight, finish, found } = sightOf(sessionOf(`${long}b`, `${long}c`, 'x'));
    sight.setFilter('/(a+)+c/ /(a|aa)+[^b]$/');
    let slowest = 0;
    for (let done = false; !done; ) {
      const before = process.cpuUsage();
      done = sight.search.advance(performance.now(), () => performance.now());
      slowest = Math.max(slowest, process.cpuUsage(before).user / 1000);
    }
    finish();
    expect([found(), sight.filterError.value]).toEqual([[1], undefined]);
    expect(slowest).toBeLessThan(50);
  });
});
