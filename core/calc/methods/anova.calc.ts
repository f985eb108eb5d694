import type { ExplanationStep } from '../../contract/explanation.ts';
import { type AnovaNote, oneWayAnova } from '../../domain/statistics/anova.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity, workedNumber } from '../explanation.ts';
import { groupStep, groupsSchema, sizeOfAll } from '../grouped-samples.ts';
import { withNotes } from '../with-notes.ts';

const noteWords: Record<AnovaNote, string> = {
  noDegreesWithin: 'f and p are null: every group has one value only, which leaves df2 = 0.',
  noSpreadWithin: 'f and p are null: no group has any spread to measure the differences against.',
  groupOfOne: 'standardDeviation is null for a group of one value: one value has no variance.',
  beyondRange:
    'ssBetween or ssWithin is null: the squares are too large or too small to be represented; f is not affected.',
  noSpread: 'f, p and rSquared are null: all values are the same.',
};

export const anovaCalc = defineCalcMethod({
  name: 'anova',
  description: 'One-way analysis of variance: F test of equal group means.',
  handling: { missing: 'refused', weights: 'none' },
  input: groupsSchema,
  run({ groups }) {
    const { notes, ...figures } = oneWayAnova(groups);
    return withNotes(
      figures,
      notes.map((note) => noteWords[note]),
    );
  },
  explain(input, output) {
    const { groups, grandMean, ssBetween, ssWithin, df1, df2, rSquared } = output;
    return {
      sources: ['Fisher, R. A., Statistical Methods for Research Workers, Oliver & Boyd, 1925'],
      inputs: [quantity('groups', input.groups)],
      n: sizeOfAll(groups),
      exclusions: [],
      steps: [
        groupStep(groups),
        {
          id: 'grandMean',
          formula: 'x̄ = Σᵢ nᵢ·x̄ᵢ ÷ n',
          results: [quantity('grandMean', grandMean)],
        },
        {
          id: 'sumsOfSquares',
          formula: 'ssBetween = Σᵢ nᵢ·(x̄ᵢ − x̄)², ssWithin = Σᵢ Σⱼ (xᵢⱼ − x̄ᵢ)²',
          results: quantities({ ssBetween, ssWithin }),
        },
        {
          id: 'df',
          formula: 'df1 = k − 1, df2 = n − k',
          results: quantities({ df1, df2 }),
        },
        ...testSteps(output),
        {
          id: 'rSquared',
          formula: 'rSquared = ssBetween ÷ (ssBetween + ssWithin)',
          results: [quantity('rSquared', rSquared)],
        },
      ],
    };
  },
});

type AnovaFigures = Pick<
  ReturnType<typeof oneWayAnova>,
  'ssBetween' | 'ssWithin' | 'df1' | 'df2' | 'f' | 'p'
>;

function testSteps({ ssBetween, ssWithin, df1, df2, f, p }: AnovaFigures): ExplanationStep[] {
  const msBetween = ssBetween === null ? null : ssBetween / df1;
  const msWithin = ssWithin === null || df2 === 0 ? null : ssWithin / df2;
  return [
    {
      id: 'f',
      formula: 'msBetween = ssBetween ÷ df1, msWithin = ssWithin ÷ df2, f = msBetween ÷ msWithin',
      worked:
        f === null || msBetween === null || msWithin === null
          ? []
          : [`f = ${workedNumber(msBetween)} ÷ ${workedNumber(msWithin)} = ${workedNumber(f)}`],
      results: quantities({ msBetween, msWithin, f }),
    },
    { id: 'p', formula: 'p = P(F ≥ f), F ~ F(df1, df2)', results: [quantity('p', p)] },
  ];
}
