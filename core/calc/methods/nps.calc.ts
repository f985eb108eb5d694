import { z } from 'zod';
import { estimateNps, type NpsNote } from '../../domain/nps/nps.ts';
import { normalQuantile975 } from '../../numerics/normal.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity, workedNumber } from '../explanation.ts';
import {
  npsIntervalSource,
  npsScoresSchema,
  npsSource,
  refuseBadNpsScores,
} from '../nps-scores.ts';
import {
  columnOf,
  effectiveSizeSource,
  exclusionsOf,
  refuseBadWeights,
  respondentWeightsSchema,
  weightColumn,
  weightsShown,
} from '../respondents.ts';
import { withNotes } from '../with-notes.ts';
import { workedDifference } from '../worked-difference.ts';

const inputSchema = z
  .strictObject({ scores: npsScoresSchema, respondentWeights: respondentWeightsSchema })
  .superRefine(({ scores, respondentWeights }, context) => {
    refuseBadNpsScores(context, scores, 'scores');
    refuseBadWeights(context, respondentWeights, scores.length);
  });

const noteWords: Record<NpsNote, string> = {
  noAnswers: 'shares, nps, variance, standardError and ci95 are null: nobody answered.',
  oneGroup:
    'standardError is 0 and ci95 has no width: all answers lie in one group, which tells nothing about chance.',
  beyondRange:
    'ci95 reaches beyond −1 or 1: there are too few answers for a Wald interval, whose width is then not to be trusted.',
};

export const npsCalc = defineCalcMethod({
  name: 'nps',
  description: 'Net Promoter Score (-1 to 1) with its standard error and Wald interval.',
  handling: { missing: 'perItem', weights: 'weightedShare' },
  input: inputSchema,
  run({ scores, respondentWeights }) {
    const { n, promoters, passives, detractors, nps, variance, standardError, ci95, ...rest } =
      estimateNps(columnOf(scores), weightColumn(respondentWeights, scores.length));
    const { effectiveN, shares, notes } = rest;
    return withNotes(
      {
        n,
        promoters,
        passives,
        detractors,
        nps,
        variance,
        standardError,
        ci95,
        effectiveN,
        shares,
      },
      notes.map((note) => noteWords[note]),
    );
  },
  explain({ scores, respondentWeights }, output) {
    const { n, promoters, passives, detractors, nps, variance, standardError, ci95 } = output;
    const { effectiveN, shares } = output;
    return {
      sources: [npsSource, npsIntervalSource, effectiveSizeSource],
      inputs: [quantity('scores', scores), ...weightsShown(respondentWeights)],
      n,
      effectiveN,
      exclusions: exclusionsOf(columnOf(scores), weightColumn(respondentWeights, scores.length)),
      steps: [
        {
          id: 'groups',
          formula: 'promoters: 9–10; passives: 7–8; detractors: 0–6',
          results: quantities({ n, promoters, passives, detractors }),
        },
        {
          id: 'shares',
          formula: 'p = Σ w(promoters) ÷ Σ w, a = Σ w(passives) ÷ Σ w, d = Σ w(detractors) ÷ Σ w',
          results: [quantity('shares', shares && { ...shares })],
        },
        {
          id: 'nps',
          formula: 'nps = p − d',
          worked:
            shares === null
              ? []
              : [
                  `nps = ${workedDifference(shares.promoters, shares.detractors)} = ${workedNumber(nps)}`,
                ],
          results: [quantity('nps', nps)],
        },
        {
          id: 'effectiveN',
          formula: 'effectiveN = (Σ w)² ÷ Σ w²',
          results: [quantity('effectiveN', effectiveN)],
        },
        {
          id: 'standardError',
          formula: 'variance = p + d − (p − d)²; standardError = √(variance ÷ effectiveN)',
          worked: [
            `standardError = √(${workedNumber(variance)} ÷ ${workedNumber(effectiveN)}) = ${workedNumber(standardError)}`,
          ],
          results: quantities({ variance, standardError }),
        },
        {
          id: 'interval',
          formula: 'ci95 = nps ± z · standardError',
          results: quantities({ z: normalQuantile975, ci95 }),
        },
      ],
    };
  },
});
