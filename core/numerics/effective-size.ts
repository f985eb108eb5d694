/**
 * Effective sample size (Σw)²/Σw²: how many respondents of equal weight would tell as much
 * (L. Kish, "Survey Sampling", Wiley, 1965, sect. 11.7). n when all weigh the same, never more; 0 for
 * nobody.
 */
export function effectiveSize(totalWeight: number, squaredWeights: number): number {
  return squaredWeights === 0 ? 0 : (totalWeight * totalWeight) / squaredWeights;
}
