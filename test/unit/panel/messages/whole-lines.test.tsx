// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Row, type Rows, rowPreview, Session } from '#model';
import { useWholeLines } from '#panel/views/messages/use-whole-lines.ts';
import { Disk } from '../../model/packs/disk.ts';

const text = (n: number) => `${n} ${'long '.repeat(50)}end ${n}`;

/** A session whose payloads are all on disk, each in a pack of its own. */
function onDisk(messages: number): { rows: Rows; disk: Disk } {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
  for (let n = 0; n < messages; n++)
    session.push({ type: 'message', time: n, socket, form: 'text', data: text(n) });
  const disk = new Disk();
  disk.take(session, 1);
  return { rows: session.rows, disk };
}

function Lines({ rows }: { rows: Rows }) {
  const want = useWholeLines(rows);
  const lines = Array.from({ length: rows.length }, (_, n) => rows.get(n) as Row);
  for (const { away } of lines) if (away) want(away.pack);
  return lines.map((row) => <p key={row.index}>{rowPreview(row, 400)}</p>);
}

const later = async () => {
  await vi.advanceTimersByTimeAsync(1000);
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('lines in view are whole as soon as they have been read', async () => {
  const { rows, disk } = onDisk(2);
  render(<Lines rows={rows} />);
  expect(screen.queryByText(/end 0/)).toBeNull();
  expect(screen.getByText(/^0 long.*…$/)).toBeTruthy();
  await act(later);
  expect([screen.getByText(/end 0$/), screen.getByText(/end 1$/)]).toHaveLength(2);
  expect(disk.reads).toBe(2);
});

it('lines of more packs than are kept at hand are not read', async () => {
  const { rows, disk } = onDisk(9);
  render(<Lines rows={rows} />);
  await later();
  expect(disk.reads).toBe(0);
});

it('lines that the disk does not give are asked for once', async () => {
  const { rows, disk } = onDisk(1);
  disk.fails = true;
  const { rerender } = render(<Lines rows={rows} />);
  await later();
  rerender(<Lines rows={rows} />);
  await later();
  expect(disk.reads).toBe(1);
});
