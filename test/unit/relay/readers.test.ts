import { describe, expect, it } from 'vitest';
import { message } from '../hook/message.ts';
import { numbers, Panel, surround } from './surround.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describe('the readers', () => {
  it('leave the log alone while there is no panel', () => {
    const { recorder, readers, reads, runTasks } = surround();
    recorder.add(message('a'));
    readers.leave();
    recorder.add(message('b'));
    runTasks();
    expect(reads).toEqual([]);
  });

  it('hand what came before any panel to who reaches them all, and keep nothing for it', async () => {
    const { recorder, readers, runTasks } = surround();
    recorder.limit({ events: 10, bytes: 1e6, payload: 1e6 });
    recorder.add(message('first and last'));
    const strangers = new Panel();
    readers.leave(strangers);
    await strangers.take();
    expect(numbers(strangers.events)).toEqual([1]);
    runTasks();
    for (let i = 0; i < 30; i++) recorder.add(message('it stayed'));
    expect(strangers.batches).toHaveLength(1);
    const panel = new Panel();
    readers.attach(panel, 0);
    await panel.take();
    expect(panel.events).toHaveLength(10);
    readers.leave(strangers);
    expect(strangers.batches).toHaveLength(1);
  });

  it('hand what ports no longer carry to who reaches them all, from what was not acknowledged', async () => {
    const { recorder, readers, runTasks } = surround();
    const [panel, everyPanel] = [new Panel(), new Panel('')];
    readers.attach(panel, 0);
    readers.acknowledge(panel);
    readers.part(everyPanel, false);
    expect(everyPanel.batches).toEqual([]);
    recorder.add(message('in its own pagehide'));
    recorder.add(message('and once more'));
    await everyPanel.take();
    expect(numbers(everyPanel.events)).toEqual([1, 2]);
    readers.part(everyPanel, false);
    expect(everyPanel.batches).toHaveLength(3);
    runTasks();
    recorder.add(message('it came back'));
    expect(everyPanel.batches).toHaveLength(3);
  });

  it('hand it to panels that are coming, and to nobody where there is none', async () => {
    const { recorder, readers } = surround();
    const everyPanel = new Panel('');
    recorder.add(message('before'));
    readers.part(everyPanel, false);
    recorder.add(message('unheard'));
    expect(everyPanel.batches).toEqual([]);
    readers.part(everyPanel, true);
    recorder.add(message('in its own pagehide'));
    await everyPanel.take();
    expect(numbers(everyPanel.events)).toEqual([1, 2, 3]);
  });

  it('give a panel all that came before it, then what comes', async () => {
    const { recorder, readers, runTasks } = surround();
    const panel = new Panel();
    recorder.add(message('before'));
    readers.attach(panel, 0);
    readers.acknowledge(panel);
    recorder.add(message('after'));
    recorder.add(message('with it'));
    expect(panel.batches.length).toBe(1);
    runTasks();
    expect(panel.batches.length).toBe(2);
    await panel.take();
    expect(numbers(panel.events)).toEqual([1, 2, 3]);
  });

  it('wait with the next batch until the last one is acknowledged', async () => {
    const { recorder, readers, runTasks } = surround();
    const [slow, fast] = [new Panel('slow'), new Panel('fast')];
    for (const panel of [slow, fast]) {
      readers.attach(panel, 0);
      readers.acknowledge(panel);
    }
    for (let i = 0; i < 5; i++) {
      recorder.add(message('1'));
      runTasks();
      readers.acknowledge(fast);
    }
    expect([slow.batches.length, fast.batches.length]).toEqual([2, 6]);
    readers.acknowledge(slow);
    runTasks();
    await slow.take();
    expect(slow.batches.length).toBe(3);
    expect(numbers(slow.events)).toEqual(upTo(5));
  });

  it('let gather what comes, but not what is there', () => {
    const { recorder, readers, delays, runTasks } = surround();
    const panel = new Panel();
    for (let i = 0; i < 25_000; i++) recorder.add(message(String(i)));
    readers.attach(panel, 0);
    for (let i = 0; i < 2; i++) {
      readers.acknowledge(panel);
      runTasks();
    }
    expect([panel.batches.length, ...delays]).toEqual([3, 0, 0]);
    readers.acknowledge(panel);
    recorder.add(message('the next'));
    runTasks();
    expect([panel.batches.length, ...delays.slice(2)]).toEqual([4, 40]);
  });

  it('hand everything over at once when the document goes away, and for a second what comes', async () => {
    const { recorder, readers, reads, runTasks } = surround();
    const panel = new Panel();
    readers.attach(panel, 0);
    for (let i = 0; i < 25_000; i++) recorder.add(message(String(i)));
    readers.leave();
    recorder.add(message('the last'));
    await panel.take();
    expect(panel.events.length).toBe(25_001);
    expect(reads.at(-1)).toMatchObject({ now: true });
    runTasks();
    recorder.add(message('it stayed'));
    await panel.take();
    expect(panel.events.length).toBe(25_001);
  });

  it('say what became of a command with what it caused, acknowledged or not', async () => {
    const { recorder, readers } = surround();
    const panel = new Panel();
    readers.attach(panel, 0);
    recorder.add(message('sent'));
    readers.answer(panel, { id: 7, error: 'closed' });
    await panel.take();
    expect(panel.batches[1]?.outcomes).toEqual([{ id: 7, error: 'closed' }]);
    expect(numbers(panel.events)).toEqual([1]);
  });

  it('let go of a panel whose port is dead, and of one that came back by another', async () => {
    const { recorder, readers, reads, runTasks } = surround();
    const dead = new Panel();
    readers.attach(dead, 0);
    readers.acknowledge(dead);
    dead.postMessage = () => {
      throw new Error('dead');
    };
    recorder.add(message('1'));
    readers.leave();
    const before = reads.length;
    readers.acknowledge(dead);
    recorder.add(message('2'));
    runTasks();
    expect(reads.length).toBe(before);
    const [first, second] = [new Panel(), new Panel()];
    readers.attach(first, 0);
    readers.attach(second, 0);
    readers.detach(first);
    readers.acknowledge(second);
    recorder.add(message('3'));
    runTasks();
    await second.take();
    expect(numbers(second.events)).toEqual(upTo(3));
  });

  it('keep for a slow panel what it has not had, and no more when it is gone', async () => {
    const { recorder, readers, runTasks } = surround();
    recorder.limit({ events: 10, bytes: 1e6, payload: 1e6 });
    const [slow, fast, late] = [new Panel('slow'), new Panel('fast'), new Panel('late')];
    readers.attach(slow, 0);
    readers.attach(fast, 0);
    for (let i = 0; i < 60; i++) {
      recorder.add(message('x'));
      readers.acknowledge(fast);
      runTasks();
    }
    readers.detach(fast);
    readers.acknowledge(slow);
    runTasks();
    await slow.take();
    expect(numbers(slow.events)).toEqual(upTo(60));
    readers.detach(slow);
    recorder.add(message('y'));
    readers.attach(late, 0);
    await late.take();
    expect(late.events.length).toBe(10);
  });
});
