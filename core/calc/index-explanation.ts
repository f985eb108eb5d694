import type {
  ExplanationBody,
  ExplanationStep,
  Figure,
  Quantity,
} from '../contract/explanation.ts';
import { lowestTopBox } from '../domain/box/top-boxes.ts';
import { answersOf } from '../domain/index/answer-column.ts';
import {
  type IndexComponent,
  type ScoredSample,
  topBoxesOf,
} from '../domain/index/component-score.ts';
import {
  type CompositeEstimate,
  estimateItem,
  type IndexSums,
  indexSums,
  itemSums,
} from '../domain/index/composite-index.ts';
import { quantities, quantity, workedNumber, workedSum } from './explanation.ts';
import { effectiveSizeSource, weightsShown } from './respondents.ts';

type Figures = Pick<
  CompositeEstimate,
  'components' | 'index' | 'n' | 'effectiveN' | 'standardError' | 'ci95'
>;

/** An index of more components is derived for the first ones only; its formula is the same for all. */
const shownComponents = 20;

/**
 * The derivation of a composite index: answers to points, points to each respondent's own scores, these
 * to component scores, the weighted sum, and the standard error by linearisation.
 */
export function explainIndex(
  components: readonly IndexComponent[],
  sample: ScoredSample,
  figures: Figures,
  input: { rows: readonly number[]; weights: readonly number[] | undefined },
): ExplanationBody {
  const sums = indexSums(sample);
  const shown = components.slice(0, shownComponents);
  const withoutWeight = sample.weights.reduce((count, w) => count + (w === 0 ? 1 : 0), 0);
  return {
    sources: [
      'Fornell, C. et al., The American Customer Satisfaction Index: Nature, Purpose, and Findings, Journal of Marketing 60(4), 1996, 7–18 (0–100 transformation)',
      'Särndal, C.-E., Swensson, B. and Wretman, J., Model Assisted Survey Sampling, Springer, 1992, section 5.5 (linearisation)',
      effectiveSizeSource,
    ],
    inputs: [
      quantity(
        'components',
        components.map((component, c) => inputOf(component, input.rows[c] ?? 0)),
      ),
      ...shown.flatMap(answersShown),
      ...weightsShown(input.weights),
    ],
    n: figures.n,
    effectiveN: figures.effectiveN,
    exclusions: [
      { reason: 'noAnswer', count: sample.weights.length - withoutWeight - figures.n },
      { reason: 'noWeight', count: withoutWeight },
    ],
    steps: [
      pointsStep(shown, sample.weights),
      {
        id: 'respondents',
        formula: 'aᵢ = Σⱼ pᵢⱼ ÷ mᵢ, mᵢ = #{j : xᵢⱼ ≠ null}',
        results: shown.map(({ name }, c) => scoresShown(name, sample.components[c]?.scores)),
      },
      componentsStep(shown, sums, figures.components),
      indexStep(components, figures),
      {
        id: 'sample',
        formula: 'n = #{i : wᵢ > 0, Σ_C weight_C·mᵢ > 0}; effectiveN = (Σ w)² ÷ Σ w²',
        results: quantities({
          n: figures.n,
          'Σ w': sums.totalWeight,
          effectiveN: figures.effectiveN,
        }),
      },
      {
        id: 'standardError',
        formula:
          'zᵢ = Σ_C weight_C·wᵢ·cᵢ·(aᵢ − score_C) ÷ Σᵢ wᵢ·cᵢ; standardError = √[n ÷ (n − 1)·Σᵢ zᵢ²]',
        results: quantities({
          'Σ zᵢ²': sums.influenceSquares,
          standardError: figures.standardError,
        }),
      },
      {
        id: 'interval',
        formula:
          'h = t(0.975; df)·standardError; ci95 = [max(0, index − h), min(100, index + h)]; df = n − 1',
        results: quantities({
          df: sums.interval?.df ?? null,
          't(0.975; df)': sums.interval?.quantile ?? null,
          ci95: figures.ci95,
        }),
      },
    ],
  };
}

function inputOf({ name, weight, score, items }: IndexComponent, rows: number): Figure {
  const { scaleMin, scaleMax } = items[0] ?? { scaleMin: null, scaleMax: null };
  return { name, weight, score, scaleMin, scaleMax, items: items.length, rows };
}

const shownRows = 50;

/** x[r][k] of the first respondents. */
function answersShown({ name, items }: IndexComponent): Quantity[] {
  const columns = items.slice(0, shownRows).map((item) => answersOf(item));
  const rows = Array.from({ length: Math.min(shownRows, columns[0]?.length ?? 0) }, (_, r) =>
    columns.map((column) => figureOf(column[r])),
  );
  return [{ ...quantity(`xᵢⱼ (${name})`, rows), ...ofAll(columns[0]?.length ?? 0) }];
}

function scoresShown(name: string, scores: Float64Array = new Float64Array()): Quantity {
  const first = Array.from(scores.subarray(0, shownRows), figureOf);
  return { ...quantity(`aᵢ (${name})`, first), ...ofAll(scores.length) };
}

function figureOf(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function ofAll(rows: number): Pick<Quantity, 'of'> {
  return rows > shownRows ? { of: rows } : {};
}

function pointsStep(components: readonly IndexComponent[], weights: Float64Array): ExplanationStep {
  return {
    id: 'points',
    formula:
      'mean-0-100: pᵢⱼ = (xᵢⱼ − scaleMin) ÷ (scaleMax − scaleMin) · 100; top-k: pᵢⱼ = 100·[xᵢⱼ ≥ scaleMax − k + 1]; x̄ⱼ = Σᵢ wᵢ·xᵢⱼ ÷ Σᵢ wᵢ, p̄ⱼ = Σᵢ wᵢ·pᵢⱼ ÷ Σᵢ wᵢ (xᵢⱼ ≠ null)',
    worked: components.slice(0, 3).map(pointsRule),
    results: components.flatMap((component) => {
      const { name, items } = component;
      const sums = itemSums(component, weights);
      return [
        quantity(
          `x̄ⱼ (${name})`,
          items.map((item) => estimateItem(item, weights).mean),
        ),
        quantity(
          `p̄ⱼ (${name})`,
          sums.map(({ mean }) => mean),
        ),
        quantity(
          `nⱼ (${name})`,
          sums.map(({ n }) => n),
        ),
      ];
    }),
  };
}

function pointsRule({ name, score, items }: IndexComponent): string {
  const { scaleMin, scaleMax } = items[0] ?? { scaleMin: 0, scaleMax: 0 };
  const boxes = topBoxesOf(score);
  const rule =
    boxes === null
      ? `(x − ${workedNumber(scaleMin)}) ÷ ${workedNumber(scaleMax - scaleMin)} · 100`
      : `100·[x ≥ ${workedNumber(lowestTopBox(scaleMax, boxes))}]`;
  return `${name}: p = ${rule}`;
}

function componentsStep(
  shown: readonly IndexComponent[],
  sums: IndexSums,
  components: Figures['components'],
): ExplanationStep {
  return {
    id: 'components',
    formula: 'score = Σᵢ wᵢ·cᵢ·aᵢ ÷ Σᵢ wᵢ·cᵢ (mᵢ > 0); mean-0-100: cᵢ = 1; top-k: cᵢ = mᵢ',
    results: [
      ...shown.map(({ name }, c) =>
        quantity(`${name}: n, Σ w·c`, [
          sums.components[c]?.n ?? 0,
          sums.components[c]?.totalWeight ?? 0,
        ]),
      ),
      quantity('components', components),
    ],
  };
}

function indexStep(
  components: readonly IndexComponent[],
  { components: scored, index }: Figures,
): ExplanationStep {
  const terms = components.map(
    ({ weight }, c) => `${workedNumber(weight)}·${workedNumber(scored[c]?.score ?? null)}`,
  );
  return {
    id: 'index',
    formula: 'index = Σ_C weight_C·score_C',
    worked: [`index = ${workedSum(terms)} = ${workedNumber(index)}`],
    results: [quantity('index', index)],
  };
}
