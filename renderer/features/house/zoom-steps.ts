/** The matrix is laid out anew at each, so that letters and lines stay crisp. */
const zoomSteps = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2, 2.5] as const;

/** Readable from the last row of a meeting room. */
export const projectorZoom = 1.75;

/** The next larger or smaller; 0 for as it is laid out. */
export function steppedZoom(zoom: number, step: 1 | -1 | 0): number {
  if (step === 0) return 1;
  const next =
    step > 0
      ? zoomSteps.find((each) => each > zoom + 0.001)
      : zoomSteps.findLast((each) => each < zoom - 0.001);
  return next ?? zoom;
}

/** As much as fits, but never so small that nothing can be read, nor larger than it is laid out for. */
export function fittingZoom(wanted: number): number {
  const percent = Math.floor(wanted * 100) / 100;
  return Math.max(0.35, Math.min(percent, 2.5));
}

export function isZoom(value: unknown): value is number {
  return typeof value === 'number' && value >= 0.35 && value <= 2.5;
}
