import { evenDecimals } from '../even-decimals.ts';
import { drawSeries, seriesOf } from './draw-ratings.ts';
import type { Point } from './drawing.ts';
import { figureText, percentText } from './format-figure.ts';
import { type Frame, placesIn } from './frame.ts';
import {
  type DrawnHow,
  type DrawnWhat,
  type FootRow,
  letters,
  type RightColumn,
} from './house-plan.ts';
import { type Box, type Sketch, strong, thin } from './sketch.ts';

const ratingPadding = 4;

/** What stands to the right of the matrix: the customers' ratings and the plan. */
export function drawRight(sketch: Sketch, frame: Frame): void {
  const { plan, matrix, headsTop } = frame;
  let x = matrix.x + matrix.width;
  for (const { key, size } of plan.right) {
    const head = { x, y: headsTop, width: size, height: matrix.y - headsTop };
    sketch.frame(head, 'line', thin, 'head');
    const column = { x, y: matrix.y, width: size, height: matrix.height };
    if (key === 'customerRatings') drawCustomerRatings(sketch, frame, head, column);
    else drawRightFigures(sketch, frame, key, head, column);
    x += size;
  }
}

function drawRightFigures(
  sketch: Sketch,
  frame: Frame,
  key: Exclude<RightColumn, 'customerRatings'>,
  head: Box,
  column: Box,
): void {
  const label = frame.plan.input.words[key];
  sketch.rotatedText(head, key === 'relativeWeight' ? `${label} (%)` : label, {
    size: letters.head,
    isBold: true,
  });
  for (const place of placesIn(frame.window.rows)) {
    const what = frame.plan.whats[place];
    if (what === undefined) continue;
    const y = frame.rowY(place);
    const box = { ...column, y, height: frame.rowY(place + 1) - y };
    sketch.frame(box, 'line', thin, 'surface');
    sketch.figure(box, rightText(what, key), {
      size: letters.figure,
      isBold: key === 'relativeWeight',
    });
  }
}

function rightText(
  { node, figures }: DrawnWhat,
  key: Exclude<RightColumn, 'customerRatings'>,
): string {
  switch (key) {
    case 'current':
    case 'target':
    case 'salesPoint':
      return figureText(node[key]);
    case 'improvementRatio':
    case 'absoluteWeight':
      return figureText(figures[key]);
    case 'relativeWeight':
      return percentText(figures.relativeWeight);
  }
}

function drawCustomerRatings(sketch: Sketch, frame: Frame, head: Box, column: Box): void {
  const { plan, window } = frame;
  const { from, to, ticks } = plan.ratings;
  const step = (column.width - 2 * ratingPadding) / (to - from);
  const xOf = (rating: number) => column.x + ratingPadding + (rating - from) * step;
  sketch.frame(column, 'strongLine', thin, 'surface');
  const title = { ...head, height: head.height - 5 };
  sketch.cellText(title, plan.input.words.customerRatings, {
    size: letters.head,
    isBold: true,
    align: 'center',
  });
  for (const rating of ticks) {
    const x = xOf(rating);
    sketch.line({ x, y: column.y }, { x, y: column.y + column.height }, 'line', thin);
    const at = { x, y: column.y - 1.4 };
    sketch.text(String(rating), at, { size: letters.label, tone: 'muted', align: 'center' });
  }
  const places = placesIn(window.rows);
  for (const place of places) {
    const y = frame.rowY(place);
    sketch.line({ x: column.x, y }, { x: column.x + column.width, y }, 'line', thin);
  }
  drawAllSeries(sketch, plan.input.model.competitors.length, (competitor) =>
    places.map((place) => {
      const node = plan.whats[place]?.node;
      const rating = competitor < 0 ? node?.current : node?.ratings[competitor];
      const y = (frame.rowY(place) + frame.rowY(place + 1)) / 2;
      return rating === null || rating === undefined ? null : { x: xOf(rating), y };
    }),
  );
}

/** What stands below the matrix: units, targets, difficulty, weights, ranks, technical ratings. */
export function drawFoot(sketch: Sketch, frame: Frame): void {
  const { plan, matrix } = frame;
  let y = matrix.y + matrix.height;
  const largest = Math.max(0, ...plan.hows.map(({ figures }) => figures.relative ?? 0));
  for (const { key, size } of plan.foot) {
    const label = { x: 0, y, width: matrix.x, height: size };
    const row = { x: matrix.x, y, width: matrix.width, height: size };
    if (key !== 'bars') drawFootLabel(sketch, frame, key, label);
    else sketch.frame(label, 'line', thin, 'surface');
    if (key === 'technicalRatings') drawTechnicalRatings(sketch, frame, row);
    else drawFootCells(sketch, frame, key, row, largest);
    y += size;
  }
  const height = y - matrix.y - matrix.height;
  sketch.frame({ ...matrix, y: matrix.y + matrix.height, height }, 'strongLine', strong * 0.7);
}

function drawFootLabel(
  sketch: Sketch,
  { plan }: Frame,
  key: Exclude<FootRow, 'bars'>,
  box: Box,
): void {
  const word = plan.input.words[key];
  sketch.frame(box, 'line', thin, 'head');
  const room = key === 'technicalRatings' ? { ...box, width: box.width - 5 } : box;
  sketch.cellText(room, key === 'relativeImportance' ? `${word} (%)` : word, {
    size: letters.head,
    isBold: true,
    align: 'right',
  });
}

function drawFootCells(
  sketch: Sketch,
  frame: Frame,
  key: Exclude<FootRow, 'technicalRatings'>,
  row: Box,
  largest: number,
): void {
  const decimals = evenDecimals(frame.plan.hows.map(({ figures }) => figures.absolute));
  for (const place of placesIn(frame.window.columns)) {
    const how = frame.plan.hows[place];
    if (how === undefined) continue;
    const box = { ...row, x: frame.columnX(place), width: frame.plan.howWidth };
    sketch.frame(box, 'line', thin, 'surface');
    if (key === 'bars') {
      drawBar(sketch, box, how.figures.relative ?? 0, largest);
    } else if (key === 'unit' || key === 'targetValue') {
      sketch.rotatedText(box, how.node[key], { size: letters.label, align: 'center' });
    } else {
      const isBold = key === 'rank';
      sketch.figure(box, footText(how, key, decimals), { size: letters.figure, isBold });
    }
  }
}

function footText(
  { node, figures }: DrawnHow,
  key: 'difficulty' | 'absoluteImportance' | 'relativeImportance' | 'rank',
  absoluteDecimals: number,
): string {
  switch (key) {
    case 'difficulty':
      return figureText(node.difficulty);
    case 'absoluteImportance':
      return figures.absolute?.toFixed(absoluteDecimals) ?? '';
    case 'relativeImportance':
      return percentText(figures.relative);
    case 'rank':
      return figureText(figures.rank);
  }
}

function drawBar(sketch: Sketch, box: Box, share: number, largest: number): void {
  if (largest <= 0 || share <= 0) return;
  const height = ((box.height - 1.5) * share) / largest;
  const y = box.y + box.height - height;
  sketch.fill({ x: box.x + 1.4, y, width: box.width - 2.8, height }, 'bar');
}

function drawTechnicalRatings(sketch: Sketch, frame: Frame, row: Box): void {
  const { plan, window } = frame;
  const { from, to, ticks } = plan.ratings;
  const step = (row.height - 2 * ratingPadding) / (to - from);
  const yOf = (rating: number) => row.y + row.height - ratingPadding - (rating - from) * step;
  sketch.frame(row, 'line', thin, 'surface');
  for (const rating of ticks) {
    const y = yOf(rating);
    sketch.line({ x: row.x, y }, { x: row.x + row.width, y }, 'line', thin);
    const at = { x: row.x - 1.2, y: y + 0.8 };
    sketch.text(String(rating), at, { size: letters.label, tone: 'muted', align: 'right' });
  }
  const places = placesIn(window.columns);
  for (const place of places) {
    const x = frame.columnX(place);
    sketch.line({ x, y: row.y }, { x, y: row.y + row.height }, 'line', thin);
  }
  drawAllSeries(sketch, plan.input.model.competitors.length, (competitor) =>
    places.map((place) => {
      const node = plan.hows[place]?.node;
      const rating = competitor < 0 ? node?.ownRating : node?.ratings[competitor];
      const x = frame.columnX(place) + plan.howWidth / 2;
      return rating === null || rating === undefined ? null : { x, y: yOf(rating) };
    }),
  );
}

/** Ourselves last: nothing may lie over the line that matters most. */
function drawAllSeries(
  sketch: Sketch,
  competitors: number,
  pointsOf: (competitor: number) => (Point | null)[],
): void {
  for (let competitor = competitors - 1; competitor >= -1; competitor--) {
    drawSeries(sketch, seriesOf(competitor), pointsOf(competitor));
  }
}
