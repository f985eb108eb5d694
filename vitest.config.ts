import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './tests/support/slowest-first.ts';

/** They put another module in the place of one, or measure what their process takes. */
const alone = [
  'tests/host/desktop-*.test.ts',
  'tests/contract/electron.test.ts',
  'tests/host/import-bad-files.test.ts',
];

const unit = {
  expect: { poll: { timeout: 15_000 } },
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/**
 * Two suites: `unit` (pure core, real SQLite files, hosts in process) and `e2e` (the built app in a
 * real Chromium on the loopback shell). A file of `e2e` has a host and files of its own and waits for
 * its page a part of the time, so two run at a time on the two cores of CI; three take as long. A
 * worker takes file after file: loading the program anew for each would take longer than most of them.
 */
export default defineConfig({
  test: {
    // Much of the time goes into waiting for processes and files: one worker would leave a core idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        test: {
          ...unit,
          name: 'unit',
          include: ['tests/{core,db,host,contract,renderer}/**/*.test.{ts,tsx}'],
          exclude: alone,
          isolate: false,
        },
      },
      {
        test: { ...unit, name: 'unit-alone', include: alone },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          isolate: false,
          // A loaded CI machine may lose a race no person would; a promise broken twice is broken.
          retry: process.env.CI ? 1 : 0,
          // A busy CI machine takes longer than a second to paint; a true promise is kept in the end.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
