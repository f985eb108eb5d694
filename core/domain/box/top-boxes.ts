/**
 * The boxes of a rating scale: a scale of whole steps from min to max has max − min + 1 of them, and
 * the k top boxes are the answers x ≥ max − k + 1.
 */
export function lowestTopBox(scaleMax: number, top: number): number {
  return scaleMax - top + 1;
}

/** Ends so far apart that their distance cannot be represented leave nothing to compute with. */
export function isScale(scaleMin: number, scaleMax: number): boolean {
  const span = scaleMax - scaleMin;
  return span > 0 && Number.isFinite(span);
}

/** Counting every box of a scale would always give the whole: at least one must be left below. */
export function leavesLowerBoxes(scaleMin: number, scaleMax: number, top: number): boolean {
  return isScale(scaleMin, scaleMax) && scaleMax - scaleMin >= top;
}
