import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Away } from '#model';
import { Packs } from '../../../../src/model/packs/packs.ts';

const MB = 1_000_000;

/** A disk with so many packs, of one payload each, that says which are read and removed. */
function diskOf(count: number, bytes = MB) {
  const packs = new Packs();
  const [reads, removed]: [number[], number[]] = [[], []];
  const broken = new Set<number>();
  const handles = Array.from({ length: count }, (_, at) => {
    const read = async () => {
      reads.push(at);
      if (broken.has(at)) throw new Error('no disk');
      return [`payload ${at}`, `another ${at}`];
    };
    const whole = [`payload ${at}`, `another ${at}`];
    return packs.add({ read, remove: () => removed.push(at) }, whole, bytes, () => false);
  });
  const bring = async (at: number) => packs.bring(handles[at] as number);
  return { packs, handles, reads, removed, broken, bring };
}

describe('packs on disk', () => {
  it('give each payload by its handle, once it was brought', async () => {
    const { packs, handles, bring } = diskOf(3);
    for (const [at, handle] of handles.entries()) {
      expect(() => packs.payload(handle)).toThrow(Away);
      expect(packs.peek(handle)).toBeUndefined();
      expect(await bring(at)).toBe(`payload ${at}`);
      expect([packs.payload(handle), packs.payload(handle + 1)]).toEqual([`payload ${at}`, `another ${at}`]);
      expect(packs.peek(handle + 1)).toBe(`another ${at}`);
      expect(packs.beginning(handle + 1)).toBe(`another ${at}`);
    }
    expect(packs.payload(0)).toBeUndefined();
  });

  it('name the pack that is to be brought', async () => {
    const { packs, handles } = diskOf(3);
    for (const handle of handles) {
      let away: unknown;
      try {
        packs.payload(handle);
      } catch (error) {
        away = error;
      }
      await packs.bringPack((away as Away).pack);
      expect(packs.payload(handle)).toBeDefined();
    }
  });

  it('that were asked for last stay at hand: 16 MB of them, and six however large they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(1, 0.8 * MB, MB, 2 * MB, 2.5 * MB, 3 * MB, 20 * MB),
        fc.array(fc.nat(29), { maxLength: 60 }),
        async (bytes, asked) => {
          const { packs, handles, bring } = diskOf(30, bytes);
          for (const at of asked) await bring(at);
          const newest = [...new Set(asked.toReversed())];
          const stay = newest.slice(0, Math.max(6, Math.floor((16 * MB) / bytes)));
          const atHand = [...handles.keys()].filter((at) => packs.peek(handles[at] as number) !== undefined);
          expect(atHand).toEqual(stay.sort((one, other) => one - other));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are read once, though they are asked for again before they are there', async () => {
    const { bring, reads } = diskOf(1);
    expect(await Promise.all([bring(0), bring(0)])).toEqual(['payload 0', 'payload 0']);
    await bring(0);
    expect(reads).toEqual([0]);
  });

  it('are read ahead, 4 MB of them, either way and not past the end', async () => {
    const ahead = async (bytes: number, from: number, by?: 1 | -1) => {
      const { packs, reads, bring } = diskOf(10, bytes);
      packs.readAhead(from, by);
      packs.readAhead(from, by);
      await Promise.all(reads.map(bring));
      packs.readAhead(from, by);
      return reads;
    };
    expect(await ahead(MB, 3)).toEqual([2, 3, 4, 5]);
    expect(await ahead(1.5 * MB, 3)).toEqual([2, 3, 4]);
    expect(await ahead(MB, 5, -1)).toEqual([4, 3, 2, 1]);
    expect(await ahead(MB, 9)).toEqual([8, 9]);
    expect(await ahead(MB, 2, -1)).toEqual([1, 0]);
  });

  it('that the disk does not give are missing, and asked for no more by who reads ahead, until they are there', async () => {
    const { packs, handles, reads, broken, bring } = diskOf(2, 4 * MB);
    const [first = 0] = handles;
    broken.add(0);
    packs.readAhead(1);
    await expect(bring(0)).rejects.toThrow('no disk');
    expect(packs.payload(first)).toBeUndefined();
    packs.readAhead(1);
    expect(reads).toEqual([0]);
    broken.clear();
    expect(await bring(0)).toBe('payload 0');
    expect(packs.payload(first)).toBe('payload 0');
  });

  it('are removed, once, when no handle names them, and are empty then', async () => {
    const { packs, handles, removed, bring } = diskOf(3);
    packs.retain([(handles[1] as number) + 1]);
    packs.retain([(handles[1] as number) + 1]);
    expect(removed).toEqual([0, 2]);
    expect(await bring(1)).toBe('payload 1');
    expect(await bring(2)).toBeUndefined();
    expect([packs.beginning(handles[2] as number), packs.isCut(handles[2] as number)]).toEqual([
      undefined,
      false,
    ]);
  });
});

describe('the beginning of a payload on disk', () => {
  const anyPayloads = fc.array(
    fc.tuple(
      fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 40 }), fc.constant(undefined)),
      fc.boolean(),
    ),
    { minLength: 1 },
  );

  /** As many whole characters as are in 23 bytes of UTF-8. */
  function begun(text: string): string {
    const bytes = new Uint8Array(23);
    const { written } = new TextEncoder().encodeInto(text, bytes);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, written));
  }

  it('is its first 23 bytes, and it is known whether it is cut', () => {
    fc.assert(
      fc.property(anyPayloads, (payloads) => {
        const packs = new Packs();
        const pack = { read: async () => [], remove: () => undefined };
        const data = payloads.map(([each]) => each);
        const first = packs.add(pack, data, 0, (place) => payloads[place]?.[1] ?? false);
        for (const [place, [payload, cut]] of payloads.entries()) {
          const whole = payload ?? '';
          expect(packs.beginning(first + place)).toEqual(
            typeof whole === 'string' ? begun(whole) : whole.slice(0, 23),
          );
          expect(packs.isCut(first + place)).toBe(cut);
        }
      }),
    );
  });
});
