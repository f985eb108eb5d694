import { expect, test } from 'vitest';
import { runCalc, runCalcWith } from '../../core/calc/run-calc.ts';
import { streamOfDraw } from '../../core/numerics/draw-stream.ts';
import { drawRunner } from '../../electron/host/calc/draw-workers.ts';
import { type EcsiCase, ecsiCase } from '../support/ecsi-case.ts';
import { plainPls } from '../support/plain-pls.ts';

const draws = 1000;
/** The textbook way is slow: a part of the draws tells its time per draw. */
const plainDraws = 50;
const names = {
  plain: `${plainDraws} draws the textbook way: scores and regressions over rows`,
  here: 'bootstrap on one thread',
  workers: 'bootstrap as csm calc runs it',
};

test(`${draws.toLocaleString('en-US')} bootstrap draws of the ECSI model`, async ({ bench }) => {
  const ecsi = ecsiCase();
  const input = { ...ecsi.input, scheme: 'path', scaled: true, bootstrap: { draws, seed: 7 } };
  const result = await bench.compare(
    bench(names.plain, () => redrawnPlainly(ecsi.input, 7)),
    bench(names.here, () => {
      runCalc('pls', input);
    }),
    bench(names.workers, async () => {
      await runCalcWith(drawRunner(), 'pls', input);
    }),
    { iterations: 5, time: 0, warmupIterations: 1 },
  );
  const [plain, here, workers] = [names.plain, names.here, names.workers].map(
    (name) => result.get(name).latency.mean,
  ) as [number, number, number];
  console.info(
    `pls (${ecsi.origin}, ${draws} draws): ${here.toFixed(0)} ms on one thread, ` +
      `${(plain / plainDraws / (here / draws)).toFixed(0)} × faster than over the rows of each draw; ` +
      `${workers.toFixed(0)} ms as csm calc runs it`,
  );
  expect(runCalc('pls', input)).toMatchObject({ ok: true, output: { bootstrap: { used: draws } } });
});

/** The first of the same draws; answers with the coefficients of each. */
function redrawnPlainly(input: EcsiCase['input'], seed: number): number[][] {
  return Array.from({ length: plainDraws }, (_, draw) => {
    const random = streamOfDraw(seed, draw);
    const { rows } = input;
    const taken = rows.map(() => rows[Math.floor(random.next() * rows.length)] ?? []);
    return plainPls({ ...input, rows: taken });
  });
}
