import { describe, expect, it } from 'vitest';
import { calcMethods, runCalc } from '../../core/calc/run-calc.ts';
import { SeededRandom } from '../../core/numerics/seeded-random.ts';
import { answerFaults } from '../support/calc-answer-faults.ts';

const rows = 1_000_000;

/** The same answers in every run: whole numbers from 1 to `top`, related through a common mood. */
function answers(count: number, items: number, top: number): number[][] {
  const random = new SeededRandom(20_260_301);
  return Array.from({ length: count }, () => {
    const mood = random.next();
    return Array.from(
      { length: items },
      () => 1 + Math.floor(top * (0.6 * mood + 0.4 * random.next())),
    );
  });
}

const survey = answers(rows, 6, 7);
const column = (item: number) => survey.map((row) => row[item] ?? 0);
const columns = (first: number, count: number) =>
  survey.map((row) => row.slice(first, first + count));
const weights = column(1).map((value) => value / 4);

/** A million rows for every method that takes rows; what it takes of anything else is small. */
const inputs: Record<string, () => object> = {
  house: () => ({ weights: column(0), relations: columns(1, 2) }),
  planning: () => ({
    rows: survey.map(([importance, current, target]) => ({
      importance,
      current,
      target,
      salesPoint: 1.2,
    })),
  }),
  kano: () => ({
    responses: answers(rows, 2, 5).map(([functional, dysfunctional]) => ({
      functional,
      dysfunctional,
    })),
  }),
  ipa: () => ({
    attributes: [0, 2, 4].map((item) => ({
      id: `q${item}`,
      importance: column(item),
      performance: column(item + 1),
    })),
    cut: 'means',
    respondentWeights: weights,
  }),
  servqual: () => ({ expectation: columns(0, 3), perception: columns(3, 3) }),
  nps: () => ({ scores: column(0) }),
  'nps-compare': () => ({ a: column(0), b: column(1) }),
  box: () => ({ scores: column(0), scaleMin: 1, scaleMax: 7, top: 2, respondentWeights: weights }),
  'composite-index': () => ({
    components: [
      { name: 'all', weight: 1, score: 'top-2', scaleMin: 1, scaleMax: 7, items: survey },
    ],
    respondentWeights: weights,
  }),
  alpha: () => ({ items: columns(0, 3) }),
  welch: () => ({ a: column(0), b: column(1) }),
  'paired-t': () => ({ a: column(0), b: column(1) }),
  'student-t': () => ({ a: column(0), b: column(1) }),
  anova: () => ({ groups: [column(0), column(1), column(2)] }),
  'welch-anova': () => ({ groups: [column(0), column(1), column(2)] }),
  'chi-square': () => ({ table: columns(0, 2) }),
  'control-chart': () => ({ type: 'xmr', values: column(0) }),
  regression: () => ({ y: column(5), x: columns(0, 3) }),
  drivers: () => ({ y: column(5), x: columns(0, 3), method: 'shapley' }),
  pls: () => ({
    columns: ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'],
    rows: survey,
    measurement: { Quality: ['q1', 'q2'], Satisfaction: ['q3', 'q4'], Loyalty: ['q5', 'q6'] },
    structural: [
      ['Quality', 'Satisfaction'],
      ['Satisfaction', 'Loyalty'],
    ],
    scheme: 'path',
    scaled: true,
    itemScale: [1, 7],
  }),
};

/** Judgements about a handful of things, counts, or draws: there are no rows to have a million of. */
const withoutRows = ['ahp', 'ahp-group', 'wilson', 'robustness'];

describe('a million rows', () => {
  it('are tried with every method that takes rows', () => {
    const names = calcMethods.map(({ name }) => name);

    expect([...Object.keys(inputs), ...withoutRows].toSorted()).toEqual(names.toSorted());
  });

  it.each(Object.keys(inputs))('%s answers and derives', { timeout: 60_000 }, (name) => {
    const input = inputs[name]?.();
    const started = performance.now();
    const answer = runCalc(name, input, { explain: true });
    const seconds = (performance.now() - started) / 1000;

    expect(answer.ok || answer.error).toBe(true);
    // The derivation shows the first entries of long lists, whatever their number.
    if (answer.ok) {
      expect(JSON.stringify(answer.output.explanation).length).toBeLessThan(200_000);
      expect(
        answerFaults({ ok: true, output: { explanation: answer.output.explanation } }),
      ).toEqual([]);
    }
    // Seconds on an idle machine; anything quadratic would take hours.
    expect(seconds, 'seconds').toBeLessThan(30);
  });

  it.each([
    ['charts of counts', { type: 'p', counts: column(0), sizes: column(0).map(() => 9) }],
    ['charts of groups', { type: 'xbar-r', groups: columns(0, 2) }],
  ])('also make %s', (_, input) => {
    expect(runCalc('control-chart', input)).toMatchObject({ ok: true });
  });

  it('of which the last one is wrong are refused at its place', () => {
    const scores = column(0).with(-1, Number.NaN);

    expect(runCalc('nps', { scores })).toMatchObject({
      error: { code: 'calc.notFinite', path: `scores[${rows - 1}]` },
    });
  });

  it('that are all wrong are refused at the first place', () => {
    const scores = column(0).map(() => 'x');

    expect(runCalc('nps', { scores })).toMatchObject({
      error: { code: 'calc.wrongType', path: 'scores[0]' },
    });
  });

  it('spread over as many groups are compared', () => {
    const groups = columns(0, 2);

    expect(runCalc('anova', { groups })).toMatchObject({ ok: true, output: { df1: rows - 1 } });
    expect(runCalc('welch-anova', { groups })).toMatchObject({ ok: true });
  });
});
