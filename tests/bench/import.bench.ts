import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ImportFigures, PlainFigures } from '../support/import-bench-child.ts';
import { writeLargeVocFile } from '../support/large-voc-file.ts';

/** `CSM_BENCH_ROWS=1000000` measures the whole promise: about five minutes on two cores. */
const rowCount = Number(process.env.CSM_BENCH_ROWS ?? 100_000);
/** A CP949 file of one's own with the columns of `largeVocMapping`. */
const ownFile = process.env.CSM_BENCH_FILE;
const minutes = 60_000;

test(
  'importing a CP949 file against a plain insert and a trigram index of the same rows',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'csm-import-bench-'));
    try {
      const file = ownFile ?? path.join(folder, 'voc.csv');
      if (ownFile === undefined) await writeLargeVocFile(file, rowCount);
      const plains: PlainFigures[] = [];
      const imports: ImportFigures[] = [];
      // In turn, so that whatever else the computer does falls on both.
      for (let round = 1; round <= (rowCount > 200_000 ? 1 : 3); round++) {
        plains.push(measure('plain', folder, file));
        imports.push(measure('import', folder, file));
      }
      const plain = median(plains, (one) => one.insertSeconds + one.trigramSeconds);
      const ours = median(imports, ({ seconds }) => seconds);
      const ratio = ours.seconds / (plain.insertSeconds + plain.trigramSeconds);
      console.info(
        [
          `import of ${ours.imported.toLocaleString('en-US')} VOC: ${ours.seconds.toFixed(1)} s, ` +
            `plain insert ${plain.insertSeconds.toFixed(1)} s + trigram index ` +
            `${plain.trigramSeconds.toFixed(1)} s: ${ratio.toFixed(2)} × (bar 2.5)`,
          `processor ${ours.cpuSeconds.toFixed(1)} s, with the reads meanwhile; ` +
            `plain ${plain.cpuSeconds.toFixed(1)} s`,
          `peak memory of the process ${ours.peakRssMb.toFixed(0)} MB (bar 600)`,
          `${ours.reads} lists with their counts read meanwhile: p99 ${ours.readP99Ms.toFixed(0)} ms ` +
            `(bar 100), at most ${ours.readMostMs.toFixed(0)} ms; host thread late p99 ` +
            `${ours.lateP99Ms.toFixed(0)} ms, at most ${ours.lateMostMs.toFixed(0)} ms`,
        ].join('\n'),
      );
      expect(ratio).toBeLessThan(2.5);
      expect(ours.peakRssMb).toBeLessThan(600);
      expect(ours.readP99Ms).toBeLessThan(100);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  30 * minutes,
);

function measure<Figures>(what: 'plain' | 'import', folder: string, file: string): Figures {
  const scene = path.join(folder, what);
  mkdirSync(scene);
  try {
    const script = path.resolve('tests/support/import-bench-child.ts');
    const said = execFileSync(process.execPath, [script, what, scene, file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(said) as Figures;
  } finally {
    rmSync(scene, { recursive: true, force: true });
  }
}

function median<Figures>(list: readonly Figures[], by: (figures: Figures) => number): Figures {
  const middle = list.toSorted((a, b) => by(a) - by(b))[Math.floor(list.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}
