import { regressionOn } from './inner-weights.ts';
import type { StructuralModel } from './structural-model.ts';

export interface PathRegression {
  readonly latent: number;
  /** Share of the construct's variance that its predecessors explain, 0–1. */
  readonly r2: number | null;
  /** Why it is null. */
  readonly fault: 'tooFewRowsForPaths' | 'collinearPaths' | null;
}

export interface PathCoefficients {
  /** One per path of the model, standardised. */
  readonly coefficients: readonly (number | null)[];
  /** One per construct with a predecessor, in the order of the constructs. */
  readonly regressions: readonly PathRegression[];
}

/**
 * Regression of every endogenous construct on its predecessors (least squares on the standardised
 * scores; Tenenhaus et al. 2005): b = R⁻¹·r and R² = Σ b·r.
 *
 * `correlations` of the scores, L × L; `n` respondents. With no more respondents than predecessors, or
 * with collinear ones, the coefficients are not determined: null with the reason.
 */
export function pathCoefficients(
  model: StructuralModel,
  correlations: Float64Array,
  n: number,
): PathCoefficients {
  const size = model.latents.length;
  const coefficientOf = new Map<string, number>();
  const regressions: PathRegression[] = [];
  for (const [latent, before] of model.predecessors.entries()) {
    if (before.length === 0) continue;
    if (n <= before.length) {
      regressions.push({ latent, r2: null, fault: 'tooFewRowsForPaths' });
      continue;
    }
    const withOutcome = (k: number) => correlations[k * size + latent] as number;
    const solution = regressionOn(before, withOutcome, correlations, size);
    if (solution === null) {
      regressions.push({ latent, r2: null, fault: 'collinearPaths' });
      continue;
    }
    let r2 = 0;
    for (const [i, k] of before.entries()) {
      const coefficient = solution[i] as number;
      coefficientOf.set(`${k} ${latent}`, coefficient);
      r2 += coefficient * withOutcome(k);
    }
    regressions.push({ latent, r2: Math.max(0, Math.min(1, r2)), fault: null });
  }
  const coefficients = model.paths.map(([from, to]) => coefficientOf.get(`${from} ${to}`) ?? null);
  return { coefficients, regressions };
}
