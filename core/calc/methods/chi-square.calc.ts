import { z } from 'zod';
import { type ChiSquareNote, chiSquareTest } from '../../domain/statistics/chi-square.ts';
import { addFault } from '../calc-error.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity, workedNumber, workedSum } from '../explanation.ts';
import { refuseRaggedMatrix } from '../matrix-fault.ts';
import { withNotes } from '../with-notes.ts';

const inputSchema = z
  .strictObject({
    table: z
      .array(z.array(z.int().min(0)).min(1))
      .min(1)
      .describe('table[r][c]: how many cases fall into row r and column c; whole numbers.'),
  })
  .superRefine(({ table }, context) => {
    refuseRaggedMatrix(context, table, ['table']);
    let total = 0;
    for (const row of table) for (const count of row) total += count;
    if (total === 0) {
      addFault(context, {
        code: 'calc.emptySample',
        path: ['table'],
        message: 'Every count is 0, so that there are no cases.',
      });
    }
    if (total > Number.MAX_SAFE_INTEGER) {
      addFault(context, {
        code: 'calc.outOfRange',
        path: ['table'],
        message: `The counts may sum to at most ${Number.MAX_SAFE_INTEGER}.`,
      });
    }
  });

const noteWords: Record<ChiSquareNote, string> = {
  emptyLine:
    'chiSquare, p and the contributions there are null: a row or a column without any case expects nothing.',
  oneLine: 'p is null: with a single row or column there are no degrees of freedom.',
  smallExpected:
    'p is approximate: an expected count is below 1, or more than a fifth of them are below 5 (Cochran 1954).',
};

export const chiSquareCalc = defineCalcMethod({
  name: 'chi-square',
  description: 'Pearson chi-square test of independence in a table of counts.',
  handling: { missing: 'notASample', weights: 'notASample' },
  input: inputSchema,
  run({ table }) {
    const { notes, ...figures } = chiSquareTest(table);
    return withNotes(
      figures,
      notes.map((note) => noteWords[note]),
    );
  },
  explain({ table }, { n, expected, contributions, chiSquare, df, p }) {
    const cells = contributions.slice(0, 3).flatMap((row) => row.slice(0, 3));
    return {
      sources: [
        'Pearson, K., On the Criterion that a Given System of Deviations from the Probable in the Case of a Correlated System of Variables is such that it can be Reasonably Supposed to have Arisen from Random Sampling, Philosophical Magazine 50, 1900, 157–175',
        'Fisher, R. A., On the Interpretation of χ² from Contingency Tables, and the Calculation of P, Journal of the Royal Statistical Society 85(1), 1922, 87–94 (degrees of freedom)',
        'Cochran, W. G., Some Methods for Strengthening the Common χ² Tests, Biometrics 10(4), 1954, 417–451 (small expected counts)',
      ],
      inputs: [quantity('O', table)],
      n,
      exclusions: [],
      steps: [
        {
          id: 'expected',
          formula: 'n = Σᵢ Σⱼ Oᵢⱼ, expectedᵢⱼ = (Σⱼ Oᵢⱼ)·(Σᵢ Oᵢⱼ) ÷ n',
          results: quantities({ n, expected }),
        },
        {
          id: 'contributions',
          formula: 'contributionsᵢⱼ = (Oᵢⱼ − expectedᵢⱼ)² ÷ expectedᵢⱼ',
          results: [quantity('contributions', contributions)],
        },
        {
          id: 'chiSquare',
          formula: 'chiSquare = Σᵢ Σⱼ contributionsᵢⱼ',
          worked:
            chiSquare === null || contributions.length > 3 || (contributions[0]?.length ?? 0) > 3
              ? []
              : [`chiSquare = ${workedSum(cells.map(workedNumber))} = ${workedNumber(chiSquare)}`],
          results: [quantity('chiSquare', chiSquare)],
        },
        { id: 'df', formula: 'df = (r − 1)·(c − 1)', results: [quantity('df', df)] },
        { id: 'p', formula: 'p = P(χ² ≥ chiSquare), χ² ~ χ²(df)', results: [quantity('p', p)] },
      ],
    };
  },
});
