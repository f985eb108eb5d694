import { z } from 'zod';
import { type AlphaNote, cronbachAlpha } from '../../domain/statistics/cronbach-alpha.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity, workedNumber, workedSum } from '../explanation.ts';
import { refuseRaggedMatrix } from '../matrix-fault.ts';
import {
  effectiveSizeSource,
  itemColumnsOf,
  refuseBadWeights,
  respondentWeightsSchema,
  weightColumn,
  weightsShown,
} from '../respondents.ts';
import { withNotes } from '../with-notes.ts';

const inputSchema = z
  .strictObject({
    items: z
      .array(z.array(z.number().nullable()).min(1))
      .min(1)
      .describe(
        'items[r][k]: answer of respondent r to item k; null is no answer and leaves the respondent out.',
      ),
    respondentWeights: respondentWeightsSchema,
  })
  .superRefine(({ items, respondentWeights }, context) => {
    refuseRaggedMatrix(context, items, ['items']);
    refuseBadWeights(context, respondentWeights, items.length);
  });

const noteWords: Record<AlphaNote, string> = {
  tooFewRespondents:
    'alpha, standardizedAlpha, ifDropped, meanCorrelation, itemDeviations and totalDeviation are null: they need two respondents with a weight who answered every item.',
  oneItem:
    'alpha, standardizedAlpha, ifDropped and meanCorrelation are null: they need two items or more.',
  twoItems: 'ifDropped is null: without one of two items a single one remains.',
  constantTotal: 'alpha is null: the sum of the items is the same for every respondent.',
  constantItem:
    'standardizedAlpha and meanCorrelation are null: an item has the same answer from every respondent and correlates with nothing.',
  constantStandardTotal:
    'standardizedAlpha is null: the sum of the standardised items is the same for every respondent.',
  constantRest:
    'ifDropped is null for an item without which the sum is the same for every respondent.',
};

export const alphaCalc = defineCalcMethod({
  name: 'alpha',
  description: "Cronbach's alpha, standardized alpha and alpha if an item is dropped.",
  handling: { missing: 'completeCases', weights: 'weightedCovariance' },
  input: inputSchema,
  run({ items, respondentWeights }) {
    const weights = weightColumn(respondentWeights, items.length);
    const { notes, excluded, alpha, standardizedAlpha, ifDropped, ...parts } = cronbachAlpha(
      itemColumnsOf(items),
      weights,
    );
    return withNotes(
      {
        alpha,
        standardizedAlpha,
        ifDropped,
        ...parts,
        excluded: excluded.incomplete + excluded.noWeight,
      },
      notes.map((note) => noteWords[note]),
    );
  },
  explain({ items, respondentWeights }, output) {
    const { alpha, standardizedAlpha, ifDropped, meanCorrelation } = output;
    const { itemDeviations, totalDeviation, n, effectiveN, excluded } = output;
    const k = items[0]?.length ?? 0;
    const incomplete = items.reduce((count, row) => count + (row.includes(null) ? 1 : 0), 0);
    return {
      sources: [
        'Cronbach, L. J., Coefficient Alpha and the Internal Structure of Tests, Psychometrika 16(3), 1951, 297–334',
        effectiveSizeSource,
      ],
      inputs: [quantity('items', items), ...weightsShown(respondentWeights)],
      n,
      effectiveN,
      exclusions: [
        { reason: 'incomplete', count: incomplete },
        { reason: 'noWeight', count: excluded - incomplete },
      ],
      steps: [
        {
          id: 'sample',
          formula: 'effectiveN = (Σ w)² ÷ Σ w²',
          results: quantities({ n, excluded, effectiveN }),
        },
        {
          id: 'deviations',
          formula:
            'sⱼ = √[(Σᵢ wᵢ·(xᵢⱼ − x̄ⱼ)² ÷ Σ w)·n ÷ (n − 1)], x̄ⱼ = Σᵢ wᵢ·xᵢⱼ ÷ Σ w; Tᵢ = Σⱼ xᵢⱼ, totalDeviation = √[(Σᵢ wᵢ·(Tᵢ − T̄)² ÷ Σ w)·n ÷ (n − 1)]',
          results: quantities({ itemDeviations, totalDeviation }),
        },
        {
          id: 'alpha',
          formula: 'alpha = [k ÷ (k − 1)]·(1 − Σⱼ sⱼ² ÷ totalDeviation²)',
          worked: alpha === null ? [] : [workedAlpha(k, itemDeviations, totalDeviation, alpha)],
          results: quantities({ k, alpha }),
        },
        {
          id: 'meanCorrelation',
          formula: 'meanCorrelation = Σ_{i≠j} rᵢⱼ ÷ (k·(k − 1))',
          results: [quantity('meanCorrelation', meanCorrelation)],
        },
        {
          id: 'standardizedAlpha',
          formula: 'standardizedAlpha = k·meanCorrelation ÷ (1 + (k − 1)·meanCorrelation)',
          worked:
            standardizedAlpha === null
              ? []
              : [
                  `standardizedAlpha = ${k}·${workedNumber(meanCorrelation)} ÷ (1 + ${k - 1}·${workedNumber(meanCorrelation)}) = ${workedNumber(standardizedAlpha)}`,
                ],
          results: [quantity('standardizedAlpha', standardizedAlpha)],
        },
        {
          id: 'ifDropped',
          formula: 'ifDroppedⱼ = [(k − 1) ÷ (k − 2)]·(1 − Σ_{i≠j} sᵢ² ÷ s²(T − xⱼ))',
          results: [quantity('ifDropped', ifDropped)],
        },
      ],
    };
  },
});

function workedAlpha(
  k: number,
  itemDeviations: readonly (number | null)[],
  totalDeviation: number | null,
  alpha: number,
): string {
  const terms = itemDeviations.slice(0, 9).map((deviation) => `${workedNumber(deviation)}²`);
  const sum = workedSum(terms);
  return `alpha = ${k} ÷ ${k - 1}·(1 − (${sum}) ÷ ${workedNumber(totalDeviation)}²) = ${workedNumber(alpha)}`;
}
