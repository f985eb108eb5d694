import { drawRoofSign } from './draw-heads.ts';
import type { Drawing } from './drawing.ts';
import { placesIn, type Span } from './frame.ts';
import { codedName, type HousePlan, letters, roofKey } from './house-plan.ts';
import { Sketch, strong, thin } from './sketch.ts';

const cell = 6;
const nameWidth = 62;
const titleHeight = 7;

/** Natural size of a table over so many HOWs, and of one of its cells. */
export function roofTableSize(plan: HousePlan, rows: number, columns: number) {
  return {
    width: nameWidth + columns * cell,
    height: titleHeight + plan.headHeight + rows * cell,
    cell,
  };
}

/** The roof as a table of HOWs by HOWs: each pair once, above the diagonal. */
export function drawRoofTable(plan: HousePlan, rows: Span, columns: Span): Drawing {
  const sketch = new Sketch();
  const size = roofTableSize(plan, rows.to - rows.from, columns.to - columns.from);
  const top = titleHeight + plan.headHeight;
  const name = (place: number) => {
    const node = plan.hows[place]?.node;
    return node === undefined ? '' : codedName(node);
  };
  sketch.text(plan.input.words.roof, { x: 0, y: 4 }, { size: letters.name * 1.2, isBold: true });
  for (const column of placesIn(columns)) {
    const x = nameWidth + (column - columns.from) * cell;
    const head = { x, y: titleHeight, width: cell, height: plan.headHeight };
    sketch.frame(head, 'line', thin, 'head');
    sketch.rotatedText(head, name(column), { size: letters.head });
  }
  for (const row of placesIn(rows)) {
    const y = top + (row - rows.from) * cell;
    const head = { x: 0, y, width: nameWidth, height: cell };
    sketch.frame(head, 'line', thin, 'head');
    sketch.cellText(head, name(row), { size: letters.head });
    for (const column of placesIn(columns)) {
      const x = nameWidth + (column - columns.from) * cell;
      if (column <= row) sketch.fill({ x, y, width: cell, height: cell }, 'group');
      else drawPair(sketch, plan, row, column, { x: x + cell / 2, y: y + cell / 2 });
    }
  }
  drawLines(sketch, rows, columns, top);
  return { width: size.width, height: size.height, shapes: sketch.shapes };
}

function drawPair(
  sketch: Sketch,
  plan: HousePlan,
  row: number,
  column: number,
  middle: { x: number; y: number },
): void {
  const strength = plan.roof.get(
    roofKey(plan.hows[row]?.node.id ?? 0, plan.hows[column]?.node.id ?? 0),
  );
  if (strength === undefined) return;
  const box = { x: middle.x - cell / 2, y: middle.y - cell / 2, width: cell, height: cell };
  if (strength > 0) sketch.fill(box, 'strongest');
  drawRoofSign(sketch, strength, middle, 3);
}

function drawLines(sketch: Sketch, rows: Span, columns: Span, top: number): void {
  const width = (columns.to - columns.from) * cell;
  const height = (rows.to - rows.from) * cell;
  for (const row of placesIn(rows)) {
    const y = top + (row - rows.from) * cell;
    sketch.line({ x: nameWidth, y }, { x: nameWidth + width, y }, 'line', thin);
  }
  for (const column of placesIn(columns)) {
    const x = nameWidth + (column - columns.from) * cell;
    sketch.line({ x, y: top }, { x, y: top + height }, 'line', thin);
  }
  sketch.frame({ x: nameWidth, y: top, width, height }, 'strongLine', strong);
}
