import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * Two suites: `unit` (pure core, real SQLite files, hosts in process) and `e2e` (the built app in a
 * real Chromium on the loopback shell), which runs one file at a time on the two cores of CI.
 */
export default defineConfig({
  test: {
    // Much of the time goes into waiting for processes and files: one worker would leave a core idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{core,db,host,contract,renderer}/**/*.test.{ts,tsx}'],
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          // A loaded CI machine may lose a race no person would; a promise broken twice is broken.
          retry: process.env.CI ? 1 : 0,
          // A busy CI machine takes longer than a second to paint; a true promise is kept in the end.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
