import { groupSpans } from '../house-leaves.ts';
import { drawSymbol } from './draw-symbol.ts';
import { figureText } from './format-figure.ts';
import { type Frame, placesIn, shownPart } from './frame.ts';
import { codedName, type DrawnWhat, type LeftColumn, letters } from './house-plan.ts';
import { type Box, type Sketch, strong, thin } from './sketch.ts';

const symbolSize = 3.3;

/** Names of the WHATs with their groups before them, and what stands before the matrix. */
export function drawWhats(sketch: Sketch, frame: Frame): void {
  const { plan, window } = frame;
  for (const { node, level, first, last } of groupSpans(plan.whats)) {
    const shown = shownPart(window.rows, first, last);
    if (shown === null) continue;
    const y = frame.rowY(shown.from);
    const height = frame.rowY(shown.to) - y;
    const box = { x: level * plan.groupWidth, y, width: plan.groupWidth, height };
    sketch.frame(box, 'line', thin, level === 0 ? 'group' : 'head');
    sketch.cellText(box, codedName(node), { size: letters.name, isBold: true });
  }
  for (const place of placesIn(window.rows)) {
    const what = plan.whats[place];
    if (what === undefined) continue;
    const y = frame.rowY(place);
    const height = frame.rowY(place + 1) - y;
    const x = what.groups.length * plan.groupWidth;
    const nameEnd = plan.whatLevels * plan.groupWidth + plan.nameWidth;
    const box = { x, y, width: nameEnd - x, height };
    sketch.frame(box, 'line', thin, 'surface');
    sketch.cellText(box, codedName(what.node), { size: letters.name });
    drawLeftFigures(sketch, frame, what, { x: nameEnd, y, width: 0, height });
  }
}

function drawLeftFigures(sketch: Sketch, { plan }: Frame, what: DrawnWhat, at: Box): void {
  let x = at.x;
  for (const { key, size } of plan.left) {
    const box = { ...at, x, width: size };
    sketch.frame(box, 'line', thin, 'surface');
    sketch.figure(box, leftText(plan.input.words.kanoClasses, what, key), {
      size: letters.figure,
      isBold: key === 'importance',
    });
    x += size;
  }
}

function leftText(
  kanoClasses: Readonly<Record<string, string>>,
  { node }: DrawnWhat,
  key: LeftColumn,
): string {
  if (key === 'importance') return figureText(node.importance);
  return node.kano === null ? '' : (kanoClasses[node.kano] ?? '');
}

/** Relations of the window; the strongest are tinted, so that they are found at a glance. */
export function drawMatrix(sketch: Sketch, frame: Frame): void {
  const { plan, window, matrix } = frame;
  const { relations, scale } = plan.input.model;
  const strongest = scale.levels.reduce((most, { value }) => Math.max(most, value), 0);
  const symbols = new Map(scale.levels.map(({ value, symbol }) => [value, symbol]));
  for (const row of placesIn(window.rows)) {
    const y = frame.rowY(row);
    const height = frame.rowY(row + 1) - y;
    for (const column of placesIn(window.columns)) {
      const value = relations[plan.whats[row]?.place ?? -1]?.[plan.hows[column]?.place ?? -1] ?? 0;
      if (value === 0) continue;
      const box = { x: frame.columnX(column), y, width: plan.howWidth, height };
      if (value === strongest) sketch.fill(box, 'strongest');
      const symbol = symbols.get(value);
      if (plan.options.cells === 'symbols' && symbol !== undefined) {
        drawSymbol(sketch, symbol, { x: box.x + plan.howWidth / 2, y: y + height / 2 }, symbolSize);
      } else {
        const isBold = value === strongest;
        sketch.figure(box, figureText(value), { size: letters.figure, isBold });
      }
    }
  }
  drawGrid(sketch, frame);
  sketch.frame(matrix, 'strongLine', strong);
}

function drawGrid(sketch: Sketch, frame: Frame): void {
  const { window, matrix } = frame;
  for (const row of placesIn(window.rows)) {
    const y = frame.rowY(row);
    sketch.line({ x: matrix.x, y }, { x: matrix.x + matrix.width, y }, 'line', thin);
  }
  for (const column of placesIn(window.columns)) {
    const x = frame.columnX(column);
    sketch.line({ x, y: matrix.y }, { x, y: matrix.y + matrix.height }, 'line', thin);
  }
  drawGroupBorders(sketch, frame);
}

/** Stronger lines where a group of the first level ends. */
function drawGroupBorders(sketch: Sketch, frame: Frame): void {
  const { plan, window, matrix } = frame;
  for (const { level, first } of groupSpans(plan.whats)) {
    if (level > 0 || first <= window.rows.from || first >= window.rows.to) continue;
    const y = frame.rowY(first);
    sketch.line({ x: 0, y }, { x: matrix.x + matrix.width, y }, 'strongLine', thin * 1.6);
  }
  for (const { level, first } of groupSpans(plan.hows)) {
    if (level > 0 || first <= window.columns.from || first >= window.columns.to) continue;
    const x = frame.columnX(first);
    const foot = { x, y: matrix.y + matrix.height };
    sketch.line({ x, y: frame.headsTop }, foot, 'strongLine', thin * 1.6);
  }
}
