import { z } from 'zod';
import { estimateNps } from '../../domain/nps/nps.ts';
import { compareNps, type NpsDifferenceNote } from '../../domain/nps/nps-difference.ts';
import { normalQuantile975 } from '../../numerics/normal.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity, workedNumber } from '../explanation.ts';
import {
  npsIntervalSource,
  npsScoresSchema,
  npsSource,
  refuseBadNpsScores,
} from '../nps-scores.ts';
import { columnOf, weightColumn } from '../respondents.ts';
import { withNotes } from '../with-notes.ts';
import { workedDifference } from '../worked-difference.ts';

const inputSchema = z
  .strictObject({ a: npsScoresSchema, b: npsScoresSchema })
  .superRefine(({ a, b }, context) => {
    refuseBadNpsScores(context, a, 'a');
    refuseBadNpsScores(context, b, 'b');
  });

type Scores = z.output<typeof inputSchema>['a'];

const noteWords: Record<NpsDifferenceNote, string> = {
  noAnswers:
    'difference, standardError, z, p and ci95 are null: in one of the two samples nobody answered, so that it has no nps and no variance.',
  noVariation:
    'z and p are null: in both samples all answers lie in one group, which tells nothing about chance.',
};

function sideOf(scores: Scores) {
  const { n, promoters, passives, detractors, nps, variance, standardError } = estimateNps(
    columnOf(scores),
    weightColumn(undefined, scores.length),
  );
  return { n, promoters, passives, detractors, nps, variance, standardError };
}

export const npsCompareCalc = defineCalcMethod({
  name: 'nps-compare',
  description: 'Difference of two Net Promoter Scores (a - b) with a two-sided normal test.',
  handling: { missing: 'perItem', weights: 'none' },
  input: inputSchema,
  run(input) {
    const a = sideOf(input.a);
    const b = sideOf(input.b);
    const { notes, ...figures } = compareNps(a, b);
    return withNotes(
      { ...figures, a, b },
      notes.map((note) => noteWords[note]),
    );
  },
  explain(input, { a, b, difference, standardError, z, p, ci95 }) {
    return {
      sources: [npsSource, npsIntervalSource],
      inputs: quantities({ xₐ: input.a, x_b: input.b }),
      n: a.n + b.n,
      exclusions: [{ reason: 'noAnswer', count: input.a.length + input.b.length - a.n - b.n }],
      steps: [
        {
          id: 'scores',
          formula: 'nps = p − d; variance = p + d − (p − d)²; standardError = √(variance ÷ n)',
          results: quantities({ a, b }),
        },
        {
          id: 'difference',
          formula: 'difference = npsₐ − nps_b',
          worked: [`difference = ${workedDifference(a.nps, b.nps)} = ${workedNumber(difference)}`],
          results: [quantity('difference', difference)],
        },
        {
          id: 'standardError',
          formula: 'standardError = √(SEₐ² + SE_b²)',
          worked: [
            `standardError = √(${workedNumber(a.standardError)}² + ${workedNumber(b.standardError)}²) = ${workedNumber(standardError)}`,
          ],
          results: [quantity('standardError', standardError)],
        },
        {
          id: 'test',
          formula: 'z = difference ÷ standardError; p = 2 · (1 − Φ(|z|))',
          results: quantities({ z, p }),
        },
        {
          id: 'interval',
          formula: 'ci95 = difference ± z₀.₉₇₅ · standardError',
          results: quantities({ 'z₀.₉₇₅': normalQuantile975, ci95 }),
        },
      ],
    };
  },
});
