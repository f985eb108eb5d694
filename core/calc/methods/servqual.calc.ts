import { z } from 'zod';
import type { ExplanationStep } from '../../contract/explanation.ts';
import {
  type DimensionFault,
  dimensionFaults,
  type Gap,
  type ServqualNote,
  servqualGaps,
} from '../../domain/servqual/servqual.ts';
import { addFault } from '../calc-error.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity, workedNumber } from '../explanation.ts';
import { refuseRaggedMatrix } from '../matrix-fault.ts';
import { incompleteRows, missingSchema, refuseMissing } from '../missing-values.ts';
import { itemColumnsOf } from '../respondents.ts';
import { withNotes } from '../with-notes.ts';
import { workedDifference } from '../worked-difference.ts';

const answersSchema = z.array(z.array(z.number().nullable()).min(1)).min(1);

const inputSchema = z
  .strictObject({
    expectation: answersSchema.describe(
      'expectation[r][k]: what respondent r expects of item k; null is no answer.',
    ),
    perception: answersSchema.describe(
      'perception[r][k]: what respondent r perceived; same shape as expectation.',
    ),
    dimensions: z
      .record(z.string(), z.array(z.int().min(0)).min(1))
      .optional()
      .describe('Items of each dimension, counted from 0.'),
    dimensionWeights: z
      .record(z.string(), z.number().min(0))
      .optional()
      .describe('What each dimension counts: points out of 100, or anything in proportion.'),
    missing: missingSchema,
  })
  .superRefine((input, context) => {
    const { expectation, perception, missing } = input;
    refuseRaggedMatrix(context, expectation, ['expectation']);
    refuseRaggedMatrix(context, perception, ['perception']);
    refuseOtherShape(context, expectation, perception);
    const items = expectation[0]?.length ?? 0;
    for (const { reason, path } of dimensionFaults(input, items)) {
      const { code, message } = faultWords[reason];
      addFault(context, { code, path, message: message.replace('{items}', String(items)) });
    }
    refuseMissing(context, missing, expectation, ['expectation']);
    refuseMissing(context, missing, perception, ['perception']);
  });

type Answers = z.output<typeof answersSchema>;

function refuseOtherShape(
  context: z.RefinementCtx,
  expectation: Answers,
  perception: Answers,
): void {
  const [rows, width] = [expectation.length, expectation[0]?.length ?? 0];
  const [otherRows, otherWidth] = [perception.length, perception[0]?.length ?? 0];
  if (rows === otherRows && width === otherWidth) return;
  addFault(context, {
    code: 'calc.sizeMismatch',
    path: ['perception'],
    message: `perception has ${otherRows} rows of ${otherWidth} values but expectation ${rows} rows of ${width}; each answer needs its counterpart.`,
  });
}

const faultWords: Record<DimensionFault['reason'], { code: string; message: string }> = {
  noItems: { code: 'calc.emptySample', message: 'The dimension has no items.' },
  noSuchItem: {
    code: 'calc.outOfRange',
    message: 'There is no such item: the answers have {items} items, counted from 0.',
  },
  itemTwice: {
    code: 'calc.duplicate',
    message: 'The item stands in the dimension already; name it once.',
  },
  noSuchDimension: {
    code: 'calc.unknownName',
    message: 'There is no dimension of this name to weigh.',
  },
  noWeight: {
    code: 'calc.missingField',
    message: 'The dimension has no weight; give every dimension one, or leave all weights out.',
  },
  negativeWeight: { code: 'calc.outOfRange', message: 'A weight must be at least 0.' },
  allWeightsZero: {
    code: 'calc.outOfRange',
    message: 'The weights must sum to more than 0.',
  },
};

function noteText(note: ServqualNote): string {
  switch (note.reason) {
    case 'noRespondents':
      return 'meanExpectation, meanPerception, gap, standardDeviation, t, df, p, ci95, unweightedGap and weightedGap are null: no respondent answered every pair.';
    case 'oneRespondent':
      return 'standardDeviation, t, df, p and ci95 are null: one respondent has no variance.';
    case 'sameGap':
      return `t, p and ci95 are null for ${itemList(note.items)}: all respondents have the same gap there.`;
    case 'noDimensions':
      return 'unweightedGap and weightedGap are null: there are no dimensions.';
    case 'noDimensionWeights':
      return 'weightedGap is null: the dimensions have no weights.';
  }
}

function itemList(items: readonly number[]): string {
  const shown = items.slice(0, 20).map((item) => `items[${item}]`);
  return `${shown.join(', ')}${items.length > shown.length ? ' and others' : ''}`;
}

export const servqualCalc = defineCalcMethod({
  name: 'servqual',
  description: 'SERVQUAL gaps (perception − expectation) of items, dimensions and the whole.',
  handling: { missing: 'completeCasesOnRequest', weights: 'none' },
  input: inputSchema,
  run({ expectation, perception, dimensions, dimensionWeights }) {
    const { notes, ...figures } = servqualGaps({
      expectation: itemColumnsOf(expectation),
      perception: itemColumnsOf(perception),
      dimensions,
      dimensionWeights,
    });
    return withNotes(figures, notes.map(noteText));
  },
  explain(input, output) {
    const { items, overall, dimensions, n, excluded } = output;
    const first = items[0];
    return {
      sources: [
        'Parasuraman, A., Zeithaml, V. A., Berry, L. L., SERVQUAL: A Multiple-Item Scale for Measuring Consumer Perceptions of Service Quality, Journal of Retailing 64(1), 1988, 12–40',
        'Zeithaml, V. A., Parasuraman, A., Berry, L. L., Delivering Quality Service: Balancing Customer Perceptions and Expectations, Free Press, 1990 (weighted score)',
      ],
      inputs: [
        quantity('expectation', input.expectation),
        quantity('perception', input.perception),
        ...(input.dimensions === undefined ? [] : [quantity('dimensions', input.dimensions)]),
        ...(input.dimensionWeights === undefined ? [] : [quantity('w', input.dimensionWeights)]),
      ],
      n,
      exclusions: incompleteRows(excluded),
      steps: [
        {
          id: 'sample',
          formula: 'n = #{i : Eᵢₖ, Pᵢₖ ≠ null; k = 1, …, K}',
          results: quantities({ n, excluded }),
        },
        {
          id: 'items',
          formula:
            'gapₖ = P̄ₖ − Ēₖ; dᵢₖ = Pᵢₖ − Eᵢₖ, sₖ = √(Σᵢ (dᵢₖ − gapₖ)² ÷ (n − 1)); t = gapₖ ÷ (sₖ ÷ √n), df = n − 1, p = 2·P(T > |t|), ci95 = gapₖ ± t(0.975; df)·sₖ ÷ √n',
          worked:
            first === undefined
              ? []
              : [
                  gapText('gap₁', first),
                  ...(first.t === null
                    ? []
                    : [
                        `t₁ = ${workedNumber(first.gap)} ÷ (${workedNumber(first.standardDeviation)} ÷ √${n}) = ${workedNumber(first.t)}`,
                      ]),
                ],
          results: [
            quantity(
              'items',
              items.map((item) => ({ ...item })),
            ),
          ],
        },
        {
          id: 'overall',
          formula: 'Ē = Σₖ Ēₖ ÷ K, P̄ = Σₖ P̄ₖ ÷ K, gap = Σₖ gapₖ ÷ K',
          worked: [gapText('gap', overall)],
          results: [quantity('overall', { ...overall })],
        },
        ...dimensionSteps(output, dimensions),
      ],
    };
  },
});

function dimensionSteps(
  { unweightedGap, weightedGap }: { unweightedGap: number | null; weightedGap: number | null },
  dimensions: Readonly<Record<string, Gap>>,
): ExplanationStep[] {
  return [
    {
      id: 'dimensions',
      formula: 'D = {k₁, …, kₘ}: Ē_D = Σ Ēₖ ÷ m, P̄_D = Σ P̄ₖ ÷ m, gap_D = Σ gapₖ ÷ m',
      worked: Object.entries(dimensions)
        .slice(0, 8)
        .map(([name, gap]) => gapText(name, gap)),
      results: [
        quantity(
          'dimensions',
          Object.fromEntries(Object.entries(dimensions).map(([name, gap]) => [name, { ...gap }])),
        ),
      ],
    },
    {
      id: 'unweightedGap',
      formula: 'unweightedGap = Σ_D gap_D ÷ #{D}',
      results: [quantity('unweightedGap', unweightedGap)],
    },
    {
      id: 'weightedGap',
      formula: 'weightedGap = Σ_D w_D·gap_D ÷ Σ_D w_D',
      results: [quantity('weightedGap', weightedGap)],
    },
  ];
}

function gapText(name: string, { meanExpectation, meanPerception, gap }: Gap): string {
  return `${name} = ${workedDifference(meanPerception, meanExpectation)} = ${workedNumber(gap)}`;
}
