import { defineConfig } from 'vitest/config';

/** `npm run bench`: ratios against plain SQLite in the same run, so that any computer may be compared. */
export default defineConfig({
  test: {
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
