import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  copyAs,
  copyFormats,
  copyInParts,
  type Data,
  finish,
  utf8Text,
  utf8TextInSteps,
  wireBytesInSteps,
} from '#model';

const target = { url: 'wss://a.example/', protocol: '' };

/** Longer than a step, with what must not be cut anywhere near where it ends. */
const long = fc
  .record({
    length: fc.integer({ min: 0, max: 110_000 }),
    piece: fc.oneof(fc.constantFrom('😀', '{"a":1} ', 'é\n', '\ud83d', '"?'), fc.string({ minLength: 1 })),
    shift: fc.nat(5),
  })
  .map(({ length, piece, shift }) => 'x'.repeat(shift) + piece.repeat(Math.ceil(length / piece.length)));
/** A pair of surrogates is where any step ends that has an even length. */
const split = `x${'😀'.repeat(60_000)}`;

const payload: fc.Arbitrary<Data> = fc.oneof(
  long,
  fc
    .integer({ min: 0, max: 60_000 })
    .map((id) => JSON.stringify(Array.from({ length: id % 7000 }, (_, n) => ({ id, n })))),
  long.map((text) => new TextEncoder().encode(text)),
  fc
    .uint8Array({ maxLength: 200 })
    .map((bytes) =>
      Uint8Array.from({ length: bytes.length * 400 }, (_, at) => bytes[at % bytes.length] ?? 0),
    ),
);

test('a payload is the same copied in parts as copied at once, in every form', () => {
  fc.assert(
    fc.property(payload, fc.constantFrom(...copyFormats), (data, format) => {
      const parts = copyInParts(format, data, target);
      let text = '';
      let share = 0;
      for (;;) {
        const step = parts.next();
        if (step.done) {
          expect(step.value ? text : undefined).toBe(copyAs(format, data, target));
          return;
        }
        text += step.value.part;
        expect(step.value.share).toBeGreaterThanOrEqual(share);
        expect(step.value.share).toBeLessThanOrEqual(1);
        share = step.value.share;
      }
    }),
    {
      numRuns: 150,
      examples: [
        [split, 'hex'],
        [split, 'text'],
      ],
    },
  );
});

test('a payload is the same text and the same bytes in steps as at once', () => {
  fc.assert(
    fc.property(payload, (data) => {
      expect(finish(utf8TextInSteps(data)) === utf8Text(data)).toBe(true);
      const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
      expect(Buffer.compare(finish(wireBytesInSteps(data)), bytes ?? new Uint8Array())).toBe(0);
    }),
    { numRuns: 60, examples: [[split]] },
  );
});
