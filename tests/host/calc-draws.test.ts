import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCalc, runCalcWith } from '../../core/calc/run-calc.ts';
import { type DrawOptions, drawRunner } from '../../electron/host/calc/draw-workers.ts';
import { exampleOf } from '../support/all-calc-examples.ts';
import { pathModelsExamples } from '../support/calc-examples/path-models.ts';
import { answerOf, type Cli, openCli } from '../support/cli-runner.ts';

const draws = 3000;
const input = { ...pathModelsExamples.pls, bootstrap: { draws, seed: 20260307 } };
const endless = { ...input, bootstrap: { draws: 100_000, seed: 1 } };

const robustnessExample = exampleOf('robustness');

const drawnWith = (options: DrawOptions) => runCalcWith(drawRunner(options), 'pls', input);

describe('the draws of a calculation', () => {
  it.each([
    ['here', { inProcessMs: Number.POSITIVE_INFINITY }],
    ['in one worker', { inProcessMs: 0, workers: 1 }],
    ['in two workers', { inProcessMs: 0, workers: 2 }],
  ])('come out the same %s', async (_, options) => {
    const whole = runCalc('pls', input);

    expect(whole).toMatchObject({ ok: true, output: { bootstrap: { draws } } });
    expect(await drawnWith(options)).toEqual(whole);
  });

  it.each([
    ['here', { inProcessMs: Number.POSITIVE_INFINITY }],
    ['in workers', { inProcessMs: 0, workers: 2 }],
  ])('tell how far they are, %s', async (_, options) => {
    const told: number[] = [];
    await drawnWith({
      ...options,
      onProgress: (done, total) => {
        told.push(done);
        expect(total).toBe(draws);
      },
    });

    expect(told.length).toBeGreaterThan(2);
    expect(told.at(-1)).toBe(draws);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it.each([
    ['here', { inProcessMs: Number.POSITIVE_INFINITY }],
    ['in workers', { inProcessMs: 0, workers: 2 }],
  ])('end at once when cancelled, %s', async (_, options) => {
    const abort = new AbortController();
    let last = 0;
    const answer = runCalcWith(
      drawRunner({
        ...options,
        signal: abort.signal,
        onProgress: (done) => {
          last = done;
          if (done > 100) abort.abort();
        },
      }),
      'pls',
      endless,
    );

    await expect(answer).rejects.toMatchObject({ code: 'app.cancelled' });
    expect(last).toBeLessThan(endless.bootstrap.draws);
  });

  it('do not begin when cancelled before', async () => {
    const signal = AbortSignal.abort();

    await expect(drawnWith({ signal })).rejects.toMatchObject({ code: 'app.cancelled' });
  });
});

describe('csm calc pls', () => {
  let cli: Cli;

  beforeAll(() => {
    cli = openCli();
  });
  afterAll(() => cli.dispose());

  it('prints what the core computes', async () => {
    const answer = await cli.run(['calc', 'pls'], { input: JSON.stringify(input) });
    const whole = runCalc('pls', input);

    expect(answer.exitCode).toBe(0);
    expect(whole).toEqual({ ok: true, output: answer.json() });
  });

  it.each([
    ['pls', endless],
    // One long piece of arithmetic, which listens to nobody.
    ['robustness', { ...robustnessExample, draws: 1_000_000 }],
  ])('%s ends on Ctrl+C', async (method, json) => {
    const child = cli.start(['calc', method]);
    const answer = answerOf(child);
    const ended = new Promise((resolve) => child.on('exit', (_code, signal) => resolve(signal)));
    // More than a pipe holds: once it is through, the command is reading.
    await new Promise((resolve) => child.stdin.write(' '.repeat(1_000_000), resolve));
    child.stdin.end(JSON.stringify(json));
    child.kill('SIGINT');

    expect(await ended).toBe('SIGINT');
    expect(await answer).toMatchObject({ stdout: '' });
  });
});
