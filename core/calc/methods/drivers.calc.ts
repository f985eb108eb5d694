import { z } from 'zod';
import type { ExplanationStep } from '../../contract/explanation.ts';
import {
  type Derivation,
  type DriverNote,
  keyDrivers,
  mostPredictors,
} from '../../domain/drivers/key-drivers.ts';
import { addFault } from '../calc-error.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity, subscript, workedNumber, workedSum } from '../explanation.ts';
import { incompleteRows } from '../missing-values.ts';
import { modelColumns, modelFields, refuseBadRows } from '../model-rows.ts';
import { withNotes } from '../with-notes.ts';
import { workedFactor } from '../worked-difference.ts';

const inputSchema = z
  .strictObject({
    ...modelFields,
    method: z
      .enum(['shapley', 'johnson'])
      .describe(
        'shapley: gain in R² averaged over all orders (LMG), at most 20 predictors; johnson: relative weights, at most 500.',
      ),
  })
  .superRefine((input, context) => {
    refuseBadRows(context, input);
    const k = input.x[0]?.length ?? 0;
    const most = mostPredictors[input.method];
    if (k <= most) return;
    const otherwise = input.method === 'shapley' ? ' or use "method": "johnson"' : '';
    addFault(context, {
      code: 'calc.tooManyColumns',
      path: ['x', 0],
      message: `${input.method} takes at most ${most} predictors, not ${k}: leave some out${otherwise}.`,
    });
  });

function noteWords(note: DriverNote): string {
  switch (note.reason) {
    case 'constantResponse':
      return 'Every figure is null: y is constant, so there is nothing to explain.';
    case 'nothingExplained':
      return 'share is null: the predictors explain nothing of y, so there is nothing to share out.';
    case 'saturated':
      return 'rSquared says nothing: with so few rows for so many predictors it is 1 whatever the answers.';
    case 'constantColumn':
      return `importance[${note.column}] is 0: column ${note.column} of x is constant.`;
  }
}

export const driversCalc = defineCalcMethod({
  name: 'drivers',
  description: 'Key drivers: R² shared out among the predictors (Shapley/LMG or Johnson).',
  handling: { missing: 'completeCasesOnRequest', weights: 'none' },
  input: inputSchema,
  run(input) {
    const { y, columns, excluded } = modelColumns(input);
    const { notes, derivation: _parts, ...figures } = keyDrivers(y, columns, input.method);
    return withNotes({ ...figures, excluded }, notes.map(noteWords));
  },
  explain(input, output) {
    const { y, columns, excluded } = modelColumns(input);
    const { derivation } = keyDrivers(y, columns, input.method);
    const { n, rSquared, importance, share } = output;
    return {
      sources: [...sources[input.method]],
      inputs: quantities({ method: input.method, y: input.y, x: input.x, missing: input.missing }),
      n,
      exclusions: incompleteRows(excluded),
      steps: [
        {
          id: 'rSquared',
          formula: 'R² = 1 − Σ(y − ŷ)² ÷ Σ(y − ȳ)²',
          results: quantities({ n, excluded: output.excluded, rSquared }),
        },
        ...derivationSteps(derivation),
        importanceStep(input.method, derivation, importance),
        {
          id: 'share',
          formula: 'shareⱼ = importanceⱼ ÷ R²',
          worked: share
            .slice(0, 3)
            .map(
              (part, j) =>
                `share${subscript(j)} = ${workedNumber(importance[j] ?? null)} ÷ ${workedNumber(rSquared)} = ${workedNumber(part)}`,
            ),
          results: quantities({ share }),
        },
      ],
    };
  },
});

const sources = {
  shapley: [
    'Lindeman, R. H., Merenda, P. F. and Gold, R. Z., Introduction to Bivariate and Multivariate Analysis, Scott, Foresman, 1980',
    'Grömping, U., Estimators of Relative Importance in Linear Regression Based on Variance Decomposition, The American Statistician 61(2), 2007, 139–147',
    'Shapley, L. S., A Value for n-Person Games, in Kuhn & Tucker (eds.), Contributions to the Theory of Games II, Princeton University Press, 1953, 307–317',
  ],
  johnson: [
    'Johnson, J. W., A Heuristic Method for Estimating the Relative Weight of Predictor Variables in Multiple Regression, Multivariate Behavioral Research 35(1), 2000, 1–19',
    'Johnson, R. M., The Minimal Transformation to Orthonormality, Psychometrika 31, 1966, 61–66',
  ],
} as const;

function derivationSteps(derivation: Derivation | null): ExplanationStep[] {
  if (derivation === null) return [];
  if (derivation.method === 'shapley') {
    return [
      {
        id: 'first',
        formula: 'firstⱼ = R²({xⱼ})',
        results: [quantity('first', derivation.first)],
      },
      {
        id: 'last',
        formula: 'lastⱼ = R²({x₁, …, xₖ}) − R²({x₁, …, xₖ} − {xⱼ})',
        results: [quantity('last', derivation.last)],
      },
    ];
  }
  return [
    {
      id: 'loadings',
      formula:
        'X = [(xᵢⱼ − x̄ⱼ) ÷ √Σᵢ(xᵢⱼ − x̄ⱼ)²; Σᵢ(xᵢⱼ − x̄ⱼ)² > 0] = P·Δ·Q′, Z = P·Q′, Λ = X′Z = Q·Δ·Q′',
      results: [quantity('Λ', derivation.loadings)],
    },
    {
      id: 'betas',
      formula: 'β = Z′·(y − ȳ) ÷ √Σ(y − ȳ)²',
      results: [quantity('β', derivation.orthonormalBetas)],
    },
  ];
}

function importanceStep(
  method: Derivation['method'],
  derivation: Derivation | null,
  importance: readonly (number | null)[],
): ExplanationStep {
  return {
    id: 'importance',
    formula:
      method === 'shapley'
        ? 'importanceⱼ = Σ [|S|!·(k − 1 − |S|)! ÷ k!]·[R²(S + {xⱼ}) − R²(S)]; S = { }, {xₐ}, {xₐ, x_b}, …; a, b, … ≠ j'
        : 'importanceⱼ = Σᵢ λⱼᵢ²·βᵢ²',
    worked: derivation?.method === 'johnson' ? workedWeight(derivation, importance) : [],
    results: [quantity('importance', importance)],
  };
}

/** The first predictor's weight term by term, unless a constant column shifts the places. */
function workedWeight(
  { loadings, orthonormalBetas }: Extract<Derivation, { method: 'johnson' }>,
  importance: readonly (number | null)[],
): string[] {
  const [first] = loadings;
  if (first === undefined || loadings.length < importance.length) return [];
  const terms = first.map(
    (loading, i) =>
      `${workedFactor(workedNumber(loading))}²·${workedFactor(workedNumber(orthonormalBetas[i] ?? null))}²`,
  );
  return [`importance₁ = ${workedSum(terms)} = ${workedNumber(importance[0] ?? null)}`];
}
