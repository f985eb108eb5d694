import { type WelchAnovaNote, welchAnova } from '../../domain/statistics/anova.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity } from '../explanation.ts';
import { groupStep, groupsSchema, sizeOfAll } from '../grouped-samples.ts';
import { withNotes } from '../with-notes.ts';

const noteWords: Record<WelchAnovaNote, string> = {
  groupOfOne:
    'weightShares, weightedMean, f, df2 and p are null: a group of one value has no variance, and its standardDeviation is null too.',
  groupWithoutSpread:
    'weightShares, weightedMean, f, df2 and p are null: a group without any spread has no weight n ÷ variance.',
};

export const welchAnovaCalc = defineCalcMethod({
  name: 'welch-anova',
  description: "Welch's F test of equal group means, variances not assumed equal.",
  handling: { missing: 'refused', weights: 'none' },
  input: groupsSchema,
  run({ groups }) {
    const { notes, ...figures } = welchAnova(groups);
    return withNotes(
      figures,
      notes.map((note) => noteWords[note]),
    );
  },
  explain(input, { groups, weightShares, weightedMean, f, df1, df2, p }) {
    return {
      sources: [
        'Welch, B. L., On the Comparison of Several Mean Values: An Alternative Approach, Biometrika 38, 1951, 330–336',
      ],
      inputs: [quantity('groups', input.groups)],
      n: sizeOfAll(groups),
      exclusions: [],
      steps: [
        groupStep(groups),
        {
          id: 'weights',
          formula: 'wᵢ = nᵢ ÷ sᵢ², weightSharesᵢ = wᵢ ÷ Σ wᵢ',
          results: [quantity('weightShares', weightShares)],
        },
        {
          id: 'weightedMean',
          formula: 'weightedMean = Σ weightSharesᵢ·x̄ᵢ',
          results: [quantity('weightedMean', weightedMean)],
        },
        {
          id: 'df',
          formula: 'λ = Σ (1 − weightSharesᵢ)² ÷ (nᵢ − 1), df1 = k − 1, df2 = (k² − 1) ÷ (3·λ)',
          results: quantities({ df1, df2 }),
        },
        {
          id: 'f',
          formula: 'f = [Σ wᵢ·(x̄ᵢ − weightedMean)² ÷ df1] ÷ [1 + 2·(k − 2) ÷ (k² − 1)·λ]',
          results: [quantity('f', f)],
        },
        { id: 'p', formula: 'p = P(F ≥ f), F ~ F(df1, df2)', results: [quantity('p', p)] },
      ],
    };
  },
});
