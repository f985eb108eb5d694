import { expect, test } from 'vitest';
import { columnOfAnswers } from '../../core/domain/index/answer-column.ts';
import { type IndexComponent, scoreSample } from '../../core/domain/index/component-score.ts';
import { estimateIndex } from '../../core/domain/index/composite-index.ts';
import { SeededRandom } from '../../core/numerics/seeded-random.ts';

const respondents = 1_000_000;
const scale = { scaleMin: 1, scaleMax: 7 };
const formula = [
  { name: '전반', weight: 0.5, score: 'mean-0-100' as const, items: [0, 1, 2, 3] },
  { name: '요소', weight: 0.3, score: 'mean-0-100' as const, items: [4, 5, 6, 7, 8, 9, 10, 11] },
  { name: '충성도', weight: 0.2, score: 'top-2' as const, items: [12, 13, 14, 15, 16, 17, 18, 19] },
];

/** One object per respondent, as a query or a JSON file gives them. */
interface Respondent {
  weight: number;
  /** By item; null is no answer. */
  answers: (number | null)[];
}

function interviewed(): Respondent[] {
  const random = new SeededRandom(2026);
  const answer = () => (random.next() < 0.05 ? null : 1 + Math.floor(random.next() * 7));
  return Array.from({ length: respondents }, () => ({
    weight: 0.5 + random.next(),
    answers: Array.from({ length: 20 }, answer),
  }));
}

/** The same index and standard error from the objects, as the formulas read. */
function fromObjects(sample: readonly Respondent[]): { index: number; standardError: number } {
  const own = sample.map(({ weight, answers }) => ({
    weight,
    scores: formula.map(({ score, items }) => {
      const points = items
        .map((item) => answers[item] ?? null)
        .filter((answer) => answer !== null)
        .map((answer) => (score === 'top-2' ? (answer >= 6 ? 100 : 0) : ((answer - 1) / 6) * 100));
      if (points.length === 0) return null;
      const mean = points.reduce((sum, value) => sum + value, 0) / points.length;
      // A share of answers counts each answer, a mean each respondent.
      return { mean, counts: score === 'top-2' ? points.length : 1 };
    }),
  }));
  const means = formula.map((_, c) => {
    let total = 0;
    let sum = 0;
    for (const { weight, scores } of own) {
      const score = scores[c] ?? null;
      if (score === null) continue;
      total += weight * score.counts;
      sum += weight * score.counts * score.mean;
    }
    return { mean: sum / total, total };
  });
  let n = 0;
  let squares = 0;
  for (const { weight, scores } of own) {
    if (scores.every((score) => score === null)) continue;
    n += 1;
    const influence = formula.reduce((sum, component, c) => {
      const score = scores[c] ?? null;
      const { mean, total } = means[c] ?? { mean: 0, total: 1 };
      if (score === null) return sum;
      return sum + (component.weight * weight * score.counts * (score.mean - mean)) / total;
    }, 0);
    squares += influence ** 2;
  }
  return {
    index: formula.reduce((sum, { weight }, c) => sum + weight * (means[c]?.mean ?? 0), 0),
    standardError: Math.sqrt((n / (n - 1)) * squares),
  };
}

function inValues(sample: readonly Respondent[]): IndexComponent[] {
  return formula.map((component) => ({
    ...component,
    items: component.items.map((item) => ({
      ...scale,
      values: Float64Array.from(sample, ({ answers }) => answers[item] ?? Number.NaN),
    })),
  }));
}

function inCodes(components: readonly IndexComponent[]): IndexComponent[] {
  return components.map((component) => ({
    ...component,
    items: component.items.map((item) => ({
      ...scale,
      ...columnOfAnswers(item.values ?? new Float64Array(), scale),
    })),
  }));
}

test(`composite index of ${respondents.toLocaleString('en-US')} × 20 against rows of objects`, async ({
  bench,
}) => {
  let sample = interviewed();
  const weights = Float64Array.from(sample, ({ weight }) => weight);
  const values = inValues(sample);
  const codes = inCodes(values);
  const estimate = (components: readonly IndexComponent[]) =>
    estimateIndex(scoreSample(components, weights));
  const plain = fromObjects(sample);
  for (const { index, standardError } of [estimate(codes), estimate(values)]) {
    expect(index).toBeCloseTo(plain.index, 9);
    expect(standardError).toBeCloseTo(plain.standardError, 9);
  }
  const often = { iterations: 5, time: 500, warmupIterations: 1 };
  const rows = await bench('rows of objects', () => {
    fromObjects(sample);
  }).run(often);
  // Twenty million answers in objects would burden the others with the collector's work.
  sample = [];
  const names = { values: 'columns of values', codes: 'columns of codes' };
  const columns = await bench.compare(
    bench(names.values, () => {
      estimate(values);
    }),
    bench(names.codes, () => {
      estimate(codes);
    }),
    often,
  );
  const valuesMs = columns.get(names.values).latency.mean;
  const codesMs = columns.get(names.codes).latency.mean;
  console.info(
    `composite index, 1,000,000 × 20 with weights: ${codesMs.toFixed(0)} ms in columns of codes ` +
      `(20 MB; aim: under 250 ms), ${valuesMs.toFixed(0)} ms in columns of values (160 MB), ` +
      `rows of objects ${rows.latency.mean.toFixed(0)} ms, ` +
      `${(rows.latency.mean / codesMs).toFixed(1)} × faster`,
  );
});
