import { z } from 'zod';
import { type TopBoxNote, topBoxShare } from '../../domain/box/top-box-share.ts';
import { leavesLowerBoxes, lowestTopBox } from '../../domain/box/top-boxes.ts';
import { normalQuantile975 } from '../../numerics/normal.ts';
import { addFault } from '../calc-error.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity, workedNumber } from '../explanation.ts';
import {
  answersSchema,
  columnOf,
  effectiveSizeSource,
  exclusionsOf,
  refuseBadWeights,
  respondentWeightsSchema,
  weightColumn,
  weightsShown,
} from '../respondents.ts';
import { refuseBadScale, refuseOutOfScale } from '../scale-fault.ts';
import { wilsonFormula, wilsonSources } from '../wilson-words.ts';
import { withNotes } from '../with-notes.ts';

const inputSchema = z
  .strictObject({
    scores: answersSchema.describe('One answer per respondent; null is no answer.'),
    scaleMin: z.number(),
    scaleMax: z.number(),
    top: z
      .int()
      .min(1)
      .describe('How many of the highest boxes count: 1 for top box, 2 for top two.'),
    respondentWeights: respondentWeightsSchema,
  })
  .superRefine((input, context) => {
    refuseOffScale(context, input);
    refuseBadWeights(context, input.respondentWeights, input.scores.length);
  });

type BoxInput = z.output<typeof inputSchema>;

function refuseOffScale(
  context: z.RefinementCtx,
  { scores, scaleMin, scaleMax, top }: BoxInput,
): void {
  if (refuseBadScale(context, [scaleMin, scaleMax], ['scaleMax'])) return;
  if (!leavesLowerBoxes(scaleMin, scaleMax, top)) {
    addFault(context, {
      code: 'calc.badScale',
      path: ['top'],
      message: `The ${top} highest boxes of a scale from ${scaleMin} to ${scaleMax} leave no box below them.`,
    });
    return;
  }
  scores.some(
    (score, row) =>
      score !== null && refuseOutOfScale(context, score, [scaleMin, scaleMax], ['scores', row]),
  );
}

const noteWords: Record<TopBoxNote, string> = {
  noAnswers: 'share and ci95 are null: nobody answered.',
};

function shareOf({ scores, respondentWeights, ...boxes }: BoxInput) {
  return topBoxShare(columnOf(scores), weightColumn(respondentWeights, scores.length), boxes);
}

export const boxCalc = defineCalcMethod({
  name: 'box',
  description: 'Share of answers in the top boxes of a scale, with its Wilson score interval.',
  handling: { missing: 'perItem', weights: 'weightedShare' },
  input: inputSchema,
  run(input) {
    const { n, count, effectiveN, share, ci95, notes } = shareOf(input);
    return withNotes(
      { n, count, effectiveN, share, ci95 },
      notes.map((note) => noteWords[note]),
    );
  },
  explain(input, { n, count, effectiveN, share, ci95 }) {
    const { scores, scaleMin, scaleMax, top, respondentWeights } = input;
    const { topWeight, totalWeight, wilson } = shareOf(input);
    return {
      sources: [
        ...wilsonSources,
        effectiveSizeSource,
        'Franco, C., Little, R. J. A., Louis, T. A. and Slud, E. V., Comparative Study of Confidence Intervals for Proportions in Complex Sample Surveys, Journal of Survey Statistics and Methodology 7(3), 2019, 334–364 (effective sample size in Wilson’s interval)',
      ],
      inputs: [
        quantity('scores', scores),
        ...quantities({ scaleMin, scaleMax, top }),
        ...weightsShown(respondentWeights),
      ],
      n,
      effectiveN,
      exclusions: exclusionsOf(columnOf(scores), weightColumn(respondentWeights, scores.length)),
      steps: [
        {
          id: 'count',
          formula: 'lowest = scaleMax − top + 1; count = #{i : xᵢ ≥ lowest}',
          results: quantities({ lowest: lowestTopBox(scaleMax, top), n, count }),
        },
        {
          id: 'share',
          formula: 'share = Σ wᵢ·[xᵢ ≥ lowest] ÷ Σ wᵢ',
          worked: [
            `share = ${workedNumber(topWeight)} ÷ ${workedNumber(totalWeight)} = ${workedNumber(share)}`,
          ],
          results: quantities({ 'Σ w (top)': topWeight, 'Σ w': totalWeight, share }),
        },
        {
          id: 'effectiveN',
          formula: 'effectiveN = (Σ w)² ÷ Σ w²',
          results: [quantity('effectiveN', effectiveN)],
        },
        {
          id: 'interval',
          formula: wilsonFormula('effectiveN'),
          results: quantities({
            z: normalQuantile975,
            centre: wilson?.centre ?? null,
            halfWidth: wilson?.halfWidth ?? null,
            ci95,
          }),
        },
      ],
    };
  },
});
