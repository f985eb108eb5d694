// `npm test [-- VITEST ARGUMENTS]`: installs, builds, then runs the unit tests and, after them on their
// own, the end-to-end tests in a real browser. Ends with one line: `N passed, N failed`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIfNeeded } from './built.mjs';
import { installIfNeeded } from './install.mjs';
import { programFile, projectFolder, runNode } from './node-24.mjs';
import { runScript } from './script.mjs';
import { closingLine, countTests, failedTests } from './test-count.mjs';

await runScript(async () => {
  const words = process.argv.slice(2);
  await installIfNeeded();
  await buildIfNeeded();
  const rounds =
    words.length > 0
      ? [words]
      : [
          ['--project', 'unit*'],
          ['--project', 'e2e'],
        ];
  const folder = mkdtempSync(path.join(tmpdir(), 'csm-test-report-'));
  try {
    const counts = [];
    const failures = [];
    for (const [index, round] of rounds.entries()) {
      const file = path.join(folder, `${index}.json`);
      const exitCode = await runVitest(round, file);
      const report = readReport(file);
      counts.push(countTests(report, exitCode));
      failures.push(...failedTests(report));
    }
    for (const failure of failures) console.log(`FAILED ${failure}\n`);
    console.log(closingLine(counts));
    return counts.some(({ exitCode }) => exitCode !== 0) ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function runVitest(args, report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const vitest = programFile('vitest', 'vitest.mjs');
  return runNode([vitest, 'run', ...args, ...reporters], {
    env: {
      // Tests start servers; none of them may open the browser of the person who runs them.
      CSM_NO_OPEN: '1',
      // They start hundreds of processes and threads from source: each file is stripped of its types once.
      NODE_COMPILE_CACHE: path.join(projectFolder, 'node_modules', '.cache', 'node'),
    },
  });
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
