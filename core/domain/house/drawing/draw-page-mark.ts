import type { Drawing } from './drawing.ts';
import { letters } from './house-plan.ts';
import { Sketch, thin } from './sketch.ts';

/** Where a page's part lies among the parts of the house. */
export interface PageGrid {
  readonly rows: number;
  readonly columns: number;
  readonly row: number;
  readonly column: number;
}

const height = 5;

/** “2 / 4” at the right, and a little map of where this part belongs; nothing on a single page. */
export function drawPageMark(
  page: number,
  count: number,
  grid: PageGrid | null,
  width: number,
): Drawing {
  const sketch = new Sketch();
  if (count === 1) return { width, height, shapes: [] };
  const at = { x: width, y: height - 1.2 };
  sketch.text(`${page} / ${count}`, at, { size: letters.name, isBold: true, align: 'right' });
  if (grid !== null && grid.rows * grid.columns > 1) drawMap(sketch, grid, width - 16);
  return { width, height, shapes: sketch.shapes };
}

function drawMap(sketch: Sketch, grid: PageGrid, right: number): void {
  const cellWidth = Math.min(4, 24 / grid.columns);
  const cellHeight = height / grid.rows;
  const left = right - grid.columns * cellWidth;
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const isHere = row === grid.row && column === grid.column;
      const box = {
        x: left + column * cellWidth,
        y: row * cellHeight,
        width: cellWidth,
        height: cellHeight,
      };
      sketch.frame(box, 'strongLine', thin, isHere ? 'strongLine' : 'surface');
    }
  }
}
