import { z } from 'zod';
import {
  linearRegression,
  type RegressionNote,
  regressionParts,
} from '../../domain/regression/linear-regression.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity, workedNumber } from '../explanation.ts';
import { incompleteRows } from '../missing-values.ts';
import { modelColumns, modelFields, refuseBadRows } from '../model-rows.ts';
import { withNotes } from '../with-notes.ts';

const inputSchema = z.strictObject(modelFields).superRefine((input, context) => {
  refuseBadRows(context, input);
});

function noteWords(note: RegressionNote): string {
  switch (note.reason) {
    case 'constantResponse':
      return 'rSquared, adjustedRSquared, f and fP are null: y is constant, so there is nothing to explain.';
    case 'constantColumn':
      return `coefficients[${note.column}] is null, with its standardErrors, t and p: column ${note.column} of x is constant and cannot be told from the intercept.`;
    case 'combination':
      return `coefficients[${note.column}] is null, with its standardErrors, t and p: column ${note.column} of x is a linear combination of columns before it; the others are fitted without it.`;
    case 'noPredictor':
      return 'f and fP are null: no column of x varies, so that only the intercept is fitted.';
    case 'noResidualDf':
      return 'adjustedRSquared, residualStandardError, standardErrors, t, p, interceptStandardError, interceptT, interceptP, f and fP are null: there are no more rows than coefficients.';
    case 'perfectFit':
      return 't, p, interceptT, interceptP, f and fP are null: the fit is perfect up to rounding, so that standard errors are 0.';
  }
}

export const regressionCalc = defineCalcMethod({
  name: 'regression',
  description: 'Linear regression by QR: coefficients, standard errors, p-values and R².',
  handling: { missing: 'completeCasesOnRequest', weights: 'none' },
  input: inputSchema,
  run(input) {
    const { y, columns, excluded } = modelColumns(input);
    const { notes, rank: _rank, ...figures } = linearRegression(y, columns);
    return withNotes({ ...figures, excluded }, notes.map(noteWords));
  },
  explain(input, output) {
    const { y, columns, excluded } = modelColumns(input);
    const { responseMean, columnMeans, totalSquares, residualSquares } = regressionParts(
      y,
      columns,
    );
    const { n, df } = output;
    return {
      sources: [
        'Draper, N. R. and Smith, H., Applied Regression Analysis, 3rd ed., Wiley, 1998',
        'Golub, G. H., Numerical Methods for Solving Linear Least Squares Problems, Numerische Mathematik 7, 1965, 206–216',
      ],
      inputs: quantities({ y: input.y, x: input.x, missing: input.missing }),
      n,
      exclusions: incompleteRows(excluded),
      steps: [
        {
          id: 'centre',
          formula: 'yᵢ − ȳ, xᵢⱼ − x̄ⱼ',
          results: quantities({
            n,
            excluded: output.excluded,
            ȳ: responseMean,
            x̄: columnMeans,
          }),
        },
        {
          id: 'coefficients',
          formula: 'X = [xᵢⱼ − x̄ⱼ] = Q·R (Householder), b = R⁻¹·Q′·(y − ȳ) = argmin Σ(y − ŷ)²',
          results: quantities({ coefficients: output.coefficients }),
        },
        {
          id: 'intercept',
          formula: 'b₀ = ȳ − Σⱼ bⱼ·x̄ⱼ',
          results: quantities({ intercept: output.intercept }),
        },
        {
          id: 'rSquared',
          formula: 'R² = 1 − Σ(y − ŷ)² ÷ Σ(y − ȳ)²',
          worked: [
            `rSquared = 1 − ${workedNumber(residualSquares)} ÷ ${workedNumber(totalSquares)} = ${workedNumber(output.rSquared)}`,
          ],
          results: [
            quantity('Σ(y − ȳ)²', totalSquares),
            quantity('Σ(y − ŷ)²', residualSquares),
            quantity('rSquared', output.rSquared),
          ],
        },
        {
          id: 'residual',
          formula: 'df = n − 1 − #{bⱼ ≠ null}, s = √(Σ(y − ŷ)² ÷ df)',
          results: quantities({ df, residualStandardError: output.residualStandardError }),
        },
        {
          id: 'adjustedRSquared',
          formula: 'adjusted R² = 1 − (1 − R²)·(n − 1) ÷ df',
          worked: [
            `adjustedRSquared = 1 − (1 − ${workedNumber(output.rSquared)})·${n - 1} ÷ ${df} = ${workedNumber(output.adjustedRSquared)}`,
          ],
          results: quantities({ adjustedRSquared: output.adjustedRSquared }),
        },
        {
          id: 'standardErrors',
          formula: 'SE(bⱼ) = s·√((X′X)⁻¹ⱼⱼ), SE(b₀) = s·√(1 ÷ n + x̄′(X′X)⁻¹x̄)',
          results: quantities({
            standardErrors: output.standardErrors,
            interceptStandardError: output.interceptStandardError,
          }),
        },
        {
          id: 'p',
          formula: 't = b ÷ SE(b), p = P(|T(df)| ≥ |t|)',
          results: quantities({
            t: output.t,
            p: output.p,
            interceptT: output.interceptT,
            interceptP: output.interceptP,
          }),
        },
        {
          id: 'f',
          formula: 'F = (R² ÷ k) ÷ [(1 − R²) ÷ df], k = #{bⱼ ≠ null}, p = P(F(k, df) ≥ F)',
          results: quantities({ f: output.f, fP: output.fP }),
        },
      ],
    };
  },
});
