import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type RowType, Session } from '#model';
import { density, nearest } from '#panel/views/axis/lanes/density.ts';
import { Lanes } from '#panel/views/axis/lanes/lanes.ts';

/** A session with one socket and a message received at each of the times. */
function received(times: readonly number[]): Session {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('d', 'https://a.example/', 0), 1, 0);
  for (const time of times) session.push({ type: 'message', time, socket, form: 'text', data: 'x' });
  return session;
}

const laneOf = (session: Session) => {
  const lanes = new Lanes(session);
  lanes.update();
  return lanes.lane(0);
};

/** Of the doubles up to 1000 most are next to 0. */
const time = fc.nat(100_000).map((n) => n / 100);

const times = fc.array(time, { minLength: 1, maxLength: 200 }).map((list) => list.sort((a, b) => a - b));

describe('density', () => {
  it('counts in each column what counting one by one would', () => {
    fc.assert(
      fc.property(
        times,
        fc.integer({ min: -100, max: 900 }),
        fc.integer({ min: 1, max: 64 }),
        (list, from, each) => {
          const session = received(list);
          const counts = density(laneOf(session).received.rows, session.rows, from, each, 20);
          const plain = new Array(20).fill(0);
          for (const time of list) {
            const column = Math.floor((time - from) / each);
            if (column >= 0 && column < 20) plain[column]++;
          }
          expect(Array.from(counts)).toEqual(plain);
        },
      ),
    );
  });
});

describe('the cost of a drawing', () => {
  it('is that of some searches for each column, however many rows there are', () => {
    const session = received(Array.from({ length: 200_000 }, (_, i) => i));
    const list = laneOf(session).received.rows;
    const looks = vi.spyOn(session.rows, 'time');
    density(list, session.rows, 0, 500, 400);
    expect(looks.mock.calls.length).toBeLessThan(400 * 16);
    looks.mockClear();
    density(list, session.rows, 100_000, 0.5, 400);
    expect(looks.mock.calls.length).toBeLessThan(200 * 10 + 40);
  });

  it('is that of the rows that came, where the axis has stayed', () => {
    const session = received(Array.from({ length: 20_000 }, (_, i) => i));
    const lanes = new Lanes(session);
    lanes.update();
    const list = lanes.lane(0).received.rows;
    const draw = () => Array.from(density(list, session.rows, 100, 51.2, 400));
    draw();
    for (const time of [20_000.5, 20_001, 60_000]) {
      const socket = session.addSocket(session.addDocument('d', '', 0), 1, 0);
      session.push({ type: 'message', time, socket, data: '' });
    }
    lanes.update();
    const looks = vi.spyOn(session.rows, 'time');
    const after = draw();
    expect(looks.mock.calls.length).toBe(3);
    const again = new Lanes(session);
    again.update();
    expect(after).toEqual(Array.from(density(again.lane(0).received.rows, session.rows, 100, 51.2, 400)));
  });

  it('leaves nothing behind of an axis that was moved', () => {
    const session = received(Array.from({ length: 2000 }, (_, i) => i));
    const list = laneOf(session).received.rows;
    density(list, session.rows, 0, 1, 400);
    expect(Array.from(density(list, session.rows, 1900, 1, 400))).toEqual(
      Array.from({ length: 400 }, (_, column) => (column < 100 ? 1 : 0)),
    );
  });

  it('is spread over several turns where many rows are new', () => {
    const lanes = new Lanes(received(Array.from({ length: 1000 }, (_, i) => i)));
    expect([lanes.update(400), lanes.update(400), lanes.update(400)]).toEqual([false, false, true]);
    expect(lanes.lane(0).received.rows.length).toBe(1000);
  });
});

describe('nearest', () => {
  it('finds the row closest in time, within reach', () => {
    fc.assert(
      fc.property(times, time, (list, time) => {
        const session = received(list);
        const found = nearest(laneOf(session).received.rows, session.rows, time, 50);
        const best = Math.min(...list.map((each) => Math.abs(each - time)));
        if (best > 50) expect(found).toBeUndefined();
        else expect(Math.abs(session.rows.time(found ?? -1) - time)).toBe(best);
      }),
    );
  });
});

describe('Lanes', () => {
  it('sorts rows by socket and by what a lane draws of them: messages that went over the wire, and what stands out', () => {
    const session = new Session();
    const document = session.addDocument('d', 'https://a.example/', 0);
    const [one, two] = [session.addSocket(document, 1, 0), session.addSocket(document, 2, 0)];
    const push = (type: RowType, socket = one, more = {}) =>
      session.push({ type, time: session.rows.length, socket, ...more });
    push('construct');
    push('send');
    push('message', two);
    const lanes = new Lanes(session);
    lanes.update();
    push('send', one, { error: 'dropped' });
    push('message', two, { author: 'panel' });
    push('error', two);
    lanes.update();
    const rows = (socket: number) => {
      const { sent, received, ...rest } = lanes.lane(socket);
      const lists = Object.entries({ sent: sent.rows, received: received.rows, ...rest });
      return Object.fromEntries(lists.map(([name, list]) => [name, Array.from(list)]));
    };
    expect(rows(0)).toEqual({ sent: [1], received: [], faulty: [3], byPanel: [], life: [0] });
    expect(rows(1)).toEqual({ sent: [], received: [2], faulty: [5], byPanel: [4], life: [5] });
    expect(lanes.whole).toEqual({ from: 0, to: 5 });
  });
});
