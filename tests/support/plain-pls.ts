import { Matrix, solve } from 'ml-matrix';
import type { EcsiCase } from './ecsi-case.ts';

/**
 * PLS path coefficients (mode A, path scheme, standardised items) as a textbook has them: scores as
 * columns of respondents, regressions on them. To compare speed and figures with.
 */
export function plainPls({ rows, columns, measurement, structural }: EcsiCase['input']): number[] {
  const names = Object.keys(measurement);
  const item = (column: string) =>
    standardised(rows.map((row) => row[columns.indexOf(column)] ?? 0));
  const blocks = Object.values(measurement).map((block) => block.map(item));
  const before = names.map((name) => endsOf(structural, 1, 0, name, names));
  const after = names.map((name) => endsOf(structural, 0, 1, name, names));
  let weights = blocks.map((block) => block.map(() => 1));
  weights = weights.map((w, j) => {
    const spread = deviation(combined(blocks[j] ?? [], w));
    return w.map((weight) => weight / spread);
  });
  const scoresOf = () => blocks.map((block, j) => standardised(combined(block, weights[j] ?? [])));
  for (let round = 0; round < 300; round++) {
    const scores = scoresOf();
    const next = blocks.map((block, j) => {
      const causes = (before[j] ?? []).map((k) => scores[k] ?? []);
      const effects = (after[j] ?? []).map((k) => scores[k] ?? []);
      const own = scores[j] ?? [];
      const inner = combined(
        [...causes, ...effects],
        [...regression(causes, own), ...effects.map((effect) => product(effect, own))],
      );
      return block.map((values) => product(values, inner));
    });
    const change = next
      .flat()
      .reduce((sum, w, i) => sum + (Math.abs(w) - Math.abs(weights.flat()[i] ?? 0)) ** 2, 0);
    weights = next;
    if (change < 1e-12) break;
  }
  const scores = scoresOf().map((score, j) => {
    const signs = (blocks[j] ?? []).reduce((sum, x) => sum + Math.sign(product(x, score)), 0);
    return signs > 0 ? score : score.map((value) => -value);
  });
  const coefficients = names.map((_, j) =>
    regression(
      (before[j] ?? []).map((k) => scores[k] ?? []),
      scores[j] ?? [],
    ),
  );
  return structural.map(([from, to]) => {
    const j = names.indexOf(to);
    return coefficients[j]?.[before[j]?.indexOf(names.indexOf(from)) ?? 0] ?? Number.NaN;
  });
}

function endsOf(
  paths: readonly [string, string][],
  here: 0 | 1,
  there: 0 | 1,
  name: string,
  names: readonly string[],
): number[] {
  return paths.filter((path) => path[here] === name).map((path) => names.indexOf(path[there]));
}

const product = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, r) => sum + value * (b[r] ?? 0), 0) / a.length;

const deviation = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = deviation(values);
  return values.map((value) => (value - mean) / spread);
}

function combined(columns: readonly (readonly number[])[], weights: readonly number[]): number[] {
  return (columns[0] ?? []).map((_, r) =>
    columns.reduce((sum, column, i) => sum + (column[r] ?? 0) * (weights[i] ?? 0), 0),
  );
}

function regression(causes: readonly (readonly number[])[], effect: readonly number[]): number[] {
  if (causes.length === 0) return [];
  const predictors = new Matrix(causes.map((cause) => [...cause])).transpose();
  return solve(predictors, Matrix.columnVector([...effect])).to1DArray();
}
