import type { Point, SeriesTone } from './drawing.ts';
import type { Sketch } from './sketch.ts';

/** A line of ratings: ourselves or a competitor. */
export interface Series {
  readonly tone: SeriesTone;
  readonly dash: readonly number[] | null;
  readonly mark: 'circle' | 'square' | 'triangle' | 'diamond' | 'ring';
  readonly strokeWidth: number;
}

const own: Series = { tone: 'own', dash: null, mark: 'circle', strokeWidth: 0.5 };
const rivals: readonly [Series, ...Series[]] = [
  { tone: 'rival0', dash: [1.6, 0.8], mark: 'square', strokeWidth: 0.3 },
  { tone: 'rival1', dash: [0.5, 0.6], mark: 'triangle', strokeWidth: 0.3 },
  { tone: 'rival2', dash: [2.4, 0.7, 0.5, 0.7], mark: 'diamond', strokeWidth: 0.3 },
  { tone: 'rival3', dash: [3.2, 1], mark: 'ring', strokeWidth: 0.3 },
];

/** Told apart by dashes and marks, so that nothing hangs on colour; -1 is ourselves. */
export function seriesOf(competitor: number): Series {
  return competitor < 0 ? own : (rivals[competitor % rivals.length] ?? rivals[0]);
}

/** A line through the points, broken where a rating is missing (null), with a mark on each. */
export function drawSeries(
  sketch: Sketch,
  series: Series,
  points: readonly (Point | null)[],
): void {
  let run: Point[] = [];
  const endRun = () => {
    if (run.length > 1) sketch.path(run, series.tone, series.strokeWidth, series.dash);
    run = [];
  };
  for (const point of points) {
    if (point === null) endRun();
    else run.push(point);
  }
  endRun();
  for (const point of points) if (point !== null) drawMark(sketch, series, point);
}

function drawMark(sketch: Sketch, { mark, tone }: Series, { x, y }: Point): void {
  const r = 0.8;
  switch (mark) {
    case 'circle':
      sketch.circle({ x, y }, r, tone, null);
      return;
    case 'ring':
      sketch.circle({ x, y }, r, 'surface', tone, 0.3);
      return;
    case 'square':
      sketch.frame(
        { x: x - r * 0.8, y: y - r * 0.8, width: r * 1.6, height: r * 1.6 },
        tone,
        0.25,
        'surface',
      );
      return;
    case 'triangle':
      sketch.polygon(
        [
          { x, y: y - r },
          { x: x + r, y: y + r * 0.7 },
          { x: x - r, y: y + r * 0.7 },
        ],
        'surface',
        tone,
        0.25,
      );
      return;
    case 'diamond':
      sketch.polygon(
        [
          { x, y: y - r },
          { x: x + r, y },
          { x, y: y + r },
          { x: x - r, y },
        ],
        'surface',
        tone,
        0.25,
      );
      return;
  }
}
