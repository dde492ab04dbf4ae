import type { Data, Session } from '#model';

/** A disk in memory: what is written is cloned, as browsers do. */
export class Disk {
  readonly packs = new Map<number, readonly Data[]>();
  fails = false;
  /** How often a pack was read, or tried to be. */
  reads = 0;
  #last = 0;

  /** Writes all payloads of a session that go to disk, in loads of so many bytes. */
  take({ rows }: Session, bytes = 100): void {
    for (let load = rows.payloads.oldest(bytes); load; load = rows.payloads.oldest(bytes)) {
      const number = ++this.#last;
      if (number > rows.length) throw new Error('More packs than there are rows');
      this.packs.set(number, structuredClone(load.payloads));
      const read = async () => {
        this.reads++;
        const payloads = this.packs.get(number);
        if (this.fails || !payloads) throw new Error('no disk');
        return payloads;
      };
      rows.payloads.release(load, { read, remove: () => void this.packs.delete(number) });
    }
  }
}
