import { z } from 'zod';
import type { ExplanationStep } from '../../contract/explanation.ts';
import {
  analyseImportance,
  type IpaNote,
  type PlacedAttribute,
  type RatedFigure,
} from '../../domain/ipa/ipa.ts';
import { weightedMeanOf } from '../../numerics/weighted-moments.ts';
import { addFault } from '../calc-error.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantity, workedNumber } from '../explanation.ts';
import {
  answersSchema,
  columnOf,
  effectiveSizeSource,
  refuseWeightValues,
  respondentWeightsSchema,
  weightColumn,
  weightsShown,
} from '../respondents.ts';
import { withNotes } from '../with-notes.ts';

const ratingSchema = z
  .union([z.number(), answersSchema])
  .describe('A figure, or one answer per respondent (null is no answer), whose mean is taken.');

const inputSchema = z
  .strictObject({
    attributes: z
      .array(
        z.strictObject({ id: z.string(), importance: ratingSchema, performance: ratingSchema }),
      )
      .min(1),
    cut: z
      .union([
        z.literal('means'),
        z.strictObject({ importance: z.number(), performance: z.number() }),
      ])
      .default('means')
      .describe('Where high begins: at the means over the attributes, or at the values given.'),
    respondentWeights: respondentWeightsSchema,
  })
  .superRefine((input, context) => {
    refuseDuplicates(context, input.attributes);
    refuseWeightValues(context, input.respondentWeights);
    refuseOtherSizes(context, input);
  });

type IpaInput = z.output<typeof inputSchema>;
type RatingInput = IpaInput['attributes'][number]['importance'];

function refuseDuplicates(context: z.RefinementCtx, attributes: IpaInput['attributes']): void {
  const known = new Set<string>();
  for (const [i, { id }] of attributes.entries()) {
    if (known.has(id)) {
      addFault(context, {
        code: 'calc.duplicate',
        path: ['attributes', i, 'id'],
        message: `There is more than one attribute "${id}"; give each an id of its own.`,
      });
      return;
    }
    known.add(id);
  }
}

/** Weights belong to answers: there must be some, and as many in each list as there are weights. */
function refuseOtherSizes(
  context: z.RefinementCtx,
  { attributes, respondentWeights }: IpaInput,
): void {
  if (respondentWeights === undefined) return;
  let weighted = false;
  for (const [i, attribute] of attributes.entries()) {
    for (const field of ['importance', 'performance'] as const) {
      const rating = attribute[field];
      if (typeof rating === 'number') continue;
      weighted = true;
      if (rating.length === respondentWeights.length) continue;
      addFault(context, {
        code: 'calc.sizeMismatch',
        path: ['attributes', i, field],
        message: `There are ${respondentWeights.length} respondent weights but ${rating.length} answers.`,
      });
      return;
    }
  }
  if (weighted) return;
  addFault(context, {
    code: 'calc.sizeMismatch',
    path: ['respondentWeights'],
    message: 'All attributes have figures; respondent weights apply to lists of answers only.',
  });
}

const noteWords: Record<IpaNote, string> = {
  attributeWithoutAnswers:
    'An attribute has no quadrant and a figure of null: nobody rated its importance or its performance.',
  noAttributes:
    'cut is null: no attribute has both an importance and a performance to take the means of.',
};

function ratingOf(rating: RatingInput): number | Float64Array {
  return typeof rating === 'number' ? rating : columnOf(rating);
}

function analysed({ attributes, cut, respondentWeights }: IpaInput) {
  return analyseImportance(
    attributes.map(({ id, importance, performance }) => ({
      id,
      importance: ratingOf(importance),
      performance: ratingOf(performance),
    })),
    cut,
    respondentWeights === undefined ? null : Float64Array.from(respondentWeights),
  );
}

/** Means come with the number of answers behind them, figures as they are. */
function figuresOf({ id, importance, performance }: PlacedAttribute) {
  return {
    id,
    importance: importance.mean,
    performance: performance.mean,
    ...(importance.sample && { importanceN: importance.sample.n }),
    ...(performance.sample && { performanceN: performance.sample.n }),
  };
}

export const ipaCalc = defineCalcMethod({
  name: 'ipa',
  description: 'Importance-performance analysis: the quadrant of each attribute.',
  handling: { missing: 'perItem', weights: 'weightedMean' },
  input: inputSchema,
  run(input) {
    const { cut, attributes, notes } = analysed(input);
    return withNotes(
      {
        cut,
        quadrants: Object.fromEntries(attributes.map(({ id, quadrant }) => [id, quadrant])),
        attributes: attributes.map(figuresOf),
      },
      notes.map((note) => noteWords[note]),
    );
  },
  explain(input, { cut, quadrants, attributes }) {
    const placed = analysed(input).attributes;
    const answered = answerCounts(input);
    return {
      sources: [
        'Martilla, J. A. and James, J. C., Importance-Performance Analysis, Journal of Marketing 41(1), 1977, 77–79',
        effectiveSizeSource,
      ],
      inputs: [
        quantity('attributes', input.attributes),
        quantity('cut', input.cut),
        ...weightsShown(input.respondentWeights),
      ],
      n: answered.respondents,
      effectiveN: answered.effectiveN,
      exclusions: [
        { reason: 'noAnswer', count: answered.missing },
        { reason: 'noWeight', count: input.respondentWeights?.filter((w) => w === 0).length ?? 0 },
      ],
      steps: [
        meansStep(placed, attributes),
        {
          id: 'cut',
          formula:
            input.cut === 'means'
              ? 'cut(importance) = Σ importance ÷ m, cut(performance) = Σ performance ÷ m, m = #{importance, performance ≠ null}'
              : 'cut = {importance, performance}',
          results: [quantity('cut', cut)],
        },
        {
          id: 'quadrants',
          formula:
            'high: figure ≥ cut; keep-up = high, high; concentrate = importance high, performance low; low-priority = low, low; overkill = importance low, performance high',
          worked: placed.slice(0, 3).map((attribute) => workedQuadrant(attribute, cut)),
          results: [quantity('quadrants', quadrants)],
        },
      ],
    };
  },
});

function meansStep(
  placed: readonly PlacedAttribute[],
  attributes: readonly ReturnType<typeof figuresOf>[],
): ExplanationStep {
  const rated = placed.slice(0, 50).map(({ id, importance, performance }) => ({
    id,
    importance: behind(importance),
    performance: behind(performance),
  }));
  return {
    id: 'means',
    formula: 'importance, performance = Σᵢ wᵢ·xᵢ ÷ Σᵢ wᵢ (xᵢ ≠ null)',
    results: [quantity('n, Σ w', rated), quantity('attributes', attributes)],
  };
}

function behind({ sample }: RatedFigure) {
  return sample && { n: sample.n, 'Σ w': sample.totalWeight, effectiveN: sample.effectiveN };
}

function workedQuadrant(
  { id, importance, performance, quadrant }: PlacedAttribute,
  cut: { importance: number | null; performance: number | null },
): string {
  const against = (figure: RatedFigure, line: number | null, high: boolean) =>
    `${workedNumber(figure.mean)} ${high ? '≥' : '<'} ${workedNumber(line)}`;
  if (quadrant === null) return `${id}: –`;
  const important = quadrant === 'keep-up' || quadrant === 'concentrate';
  const performing = quadrant === 'keep-up' || quadrant === 'overkill';
  return `${id}: ${against(importance, cut.importance, important)}, ${against(performance, cut.performance, performing)} → ${quadrant}`;
}

/** Respondents of the longest list of answers (null: no lists), and answers missing from all lists. */
function answerCounts({ attributes, respondentWeights }: IpaInput): {
  respondents: number | null;
  effectiveN: number | null;
  missing: number;
} {
  const lists = attributes
    .flatMap(({ importance, performance }) => [importance, performance])
    .filter((rating) => typeof rating !== 'number');
  if (lists.length === 0) return { respondents: null, effectiveN: null, missing: 0 };
  const longest = lists.reduce((length, answers) => Math.max(length, answers.length), 0);
  const weights = weightColumn(respondentWeights, longest);
  // Only how many weigh, and how unevenly, is asked: any column without gaps would do.
  const { n, effectiveN } = weightedMeanOf(weights, weights);
  const missing = lists.reduce(
    (count, answers) =>
      count + answers.filter((answer, row) => answer === null && weights[row] !== 0).length,
    0,
  );
  return { respondents: n, effectiveN, missing };
}
