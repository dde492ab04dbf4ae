import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/** Tests that open browsers take turns: two at once on a small machine slow each other down into time-outs. */
const browser = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 180_000 };

export default defineConfig({
  plugins: [preact()],
  test: {
    // Files share what they import: to load it anew for each takes longer than the tests do. None changes it.
    isolate: false,
    projects: [
      // A property is tried a hundred times, which a busy machine may take some seconds for.
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
      },
      { extends: true, test: { name: 'page', include: ['test/page/**/*.test.ts'], ...browser } },
      { extends: true, test: { name: 'extension', include: ['test/extension/**/*.test.ts'], ...browser } },
    ],
  },
});
