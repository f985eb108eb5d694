/** How a line of ratings is drawn: told apart by dashes and marks, so that nothing hangs on colour. */
export interface SeriesLook {
  tone: 'own' | 'target' | 'rival0' | 'rival1' | 'rival2' | 'rival3';
  dash: string | undefined;
  mark: 'circle' | 'ring' | 'square' | 'triangle' | 'diamond' | 'cross';
  width: number;
}

export const ownLook: SeriesLook = { tone: 'own', dash: undefined, mark: 'circle', width: 2.25 };
export const targetLook: SeriesLook = { tone: 'target', dash: '1 4', mark: 'cross', width: 1.5 };

const rivalTones = ['rival0', 'rival1', 'rival2', 'rival3'] as const;
const rivalMarks = ['square', 'triangle', 'diamond', 'ring'] as const;
const rivalDashes = ['6 3', '2 3', '9 3 2 3'] as const;

/** Twelve competitors each have a look of their own: four marks, each with three dashes. */
export function rivalLook(competitor: number): SeriesLook {
  return {
    tone: rivalTones[competitor % rivalTones.length] ?? 'rival0',
    mark: rivalMarks[competitor % rivalMarks.length] ?? 'square',
    dash: rivalDashes[Math.floor(competitor / rivalMarks.length) % rivalDashes.length],
    width: 1.25,
  };
}

/** Unbroken runs of a line; a missing rating breaks it. */
export function runsOf<Point>(points: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (const point of points) {
    if (point !== null) {
      run.push(point);
      continue;
    }
    if (run.length > 0) runs.push(run);
    run = [];
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** The end of the scale that ratings are drawn on: 5, or what the highest of them needs. */
export function ratingTop(ratings: Iterable<number | null>): number {
  let top = 5;
  for (const rating of ratings) if (rating !== null && rating > top) top = Math.ceil(rating);
  return top;
}

/** The numbers written along the scale. */
export function ratingTicks(top: number): number[] {
  const step = Math.ceil((top - 1) / 6);
  return Array.from({ length: Math.floor((top - 1) / step) + 1 }, (_, at) => 1 + at * step);
}
