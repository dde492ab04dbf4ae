import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch } from '#protocol';
import { lose, message } from '../hook/message.ts';
import { numbers, Panel, surround } from './surround.ts';

describe('what a panel gets', () => {
  it.each(['stays', 'comes back'])('tells it what it missed when it has the rest, if it %s', async (how) => {
    const { recorder, readers, runTasks } = surround();
    const panel = new Panel();
    recorder.limit({ events: 10_500, bytes: 1e9, payload: 1e6 });
    for (let i = 0; i < 10_600; i++) recorder.add(message('x'));
    readers.attach(panel, 0);
    await panel.take();
    expect([panel.events.length, panel.lost.size]).toEqual([10_000, 0]);
    if (how === 'stays') readers.acknowledge(panel);
    else readers.attach(panel, panel.last);
    runTasks();
    await panel.take();
    expect([panel.events.length, panel.lost.get(1)]).toEqual([10_500, 100]);
  });

  const act = fc.constantFrom('run', 'acknowledge', 'come', 'go', 'come back', 'leave', 'part', 'answer');
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ add: fc.nat(3), fails: fc.boolean() }) },
    { weight: 4, arbitrary: fc.record({ act, who: fc.nat(2) }) },
  );

  it('is every event once, in order, or that it is lost, however panels come and go', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 200 }),
        fc.integer({ min: 1, max: 8 }),
        async (steps, events) => {
          const { recorder, readers, runTasks } = surround();
          recorder.limit({ events, bytes: 1e6, payload: 1e6 });
          const panels = [new Panel('a'), new Panel('b'), new Panel('c')];
          const had = new Map<number, number>();
          const attached = new Set<Panel>();
          const everyPanel = {
            name: '',
            postMessage: (batch: Batch) => attached.forEach((panel) => void panel.postMessage(batch)),
          };
          const comeBack = async (panel: Panel) => {
            await panel.take();
            readers.attach(panel, panel.last);
            attached.add(panel);
          };
          for (const step of steps) {
            if ('add' in step) {
              had.set(step.add, (had.get(step.add) ?? 0) + 1);
              if (step.fails) lose(recorder, step.add);
              else recorder.add(message('x', step.add));
              continue;
            }
            const panel = panels[step.who] as Panel;
            if (step.act === 'run') runTasks();
            else if (step.act === 'leave') readers.leave();
            else if (step.act === 'part') readers.part(everyPanel, attached.size === 0);
            else if (step.act === 'answer') readers.answer(panel, { id: 1 });
            else if (step.act === 'go') {
              readers.detach(panel);
              attached.delete(panel);
            } else if (step.act === 'acknowledge') {
              await panel.take();
              readers.acknowledge(panel);
            } else await comeBack(panel);
          }
          for (const panel of panels) await comeBack(panel);
          readers.leave();
          for (const panel of panels) {
            await panel.take();
            expect(numbers(panel.events)).toEqual([...new Set(numbers(panel.events))].sort((a, b) => a - b));
            for (const [socket, count] of had) expect(panel.accounted(socket)).toBe(count);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('tells of a loss without being asked again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(30), { maxLength: 20 }), async (bursts) => {
        const { recorder, readers, runTasks } = surround();
        recorder.limit({ events: 2, bytes: 1e6, payload: 1e6 });
        const panel = new Panel();
        readers.attach(panel, 0);
        let added = 0;
        for (const burst of bursts) {
          for (let i = 0; i < burst; i++, added++) recorder.add(message('x'));
          readers.acknowledge(panel);
          runTasks();
        }
        await panel.take();
        expect(panel.accounted(1)).toBe(added);
      }),
    );
  });
});
