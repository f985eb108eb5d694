import { drawCorner, drawHowHeads, drawRoof } from './draw-heads.ts';
import { drawLegend } from './draw-legend.ts';
import { drawMatrix, drawWhats } from './draw-rows.ts';
import { drawFoot, drawRight } from './draw-sides.ts';
import type { Drawing, DrawnSheet } from './drawing.ts';
import { frameOf, type HouseWindow, wholeWindow } from './frame.ts';
import type { HouseDrawingInput, HouseDrawingOptions } from './house-drawing-input.ts';
import { type HousePlan, letters, planHouse } from './house-plan.ts';
import { Sketch } from './sketch.ts';

/** One part of a house, with the heads of its rows and columns. */
export function drawHousePart(plan: HousePlan, window: HouseWindow): Drawing {
  const sketch = new Sketch();
  const frame = frameOf(plan, window);
  drawCorner(sketch, frame);
  drawHowHeads(sketch, frame);
  drawWhats(sketch, frame);
  drawMatrix(sketch, frame);
  if (window.hasRoof) drawRoof(sketch, frame);
  if (window.hasRight) drawRight(sketch, frame);
  if (window.hasFoot) drawFoot(sketch, frame);
  return { width: frame.width, height: frame.height, shapes: sketch.shapes };
}

const margin = 6;
const titleHeight = 11;

/** The whole house in one picture at its natural size, with title, date and legend. */
export function drawHouse(input: HouseDrawingInput, options: HouseDrawingOptions): DrawnSheet {
  const plan = planHouse(input, options);
  const house = drawHousePart(plan, wholeWindow(plan));
  const width = Math.max(house.width, 120);
  const title = drawTitle(input.model.name, input.date, width);
  const legend = drawLegend(plan, width);
  const houseTop = margin + title.height;
  const legendTop = houseTop + house.height + (legend.height > 0 ? 4 : 0);
  return {
    width: width + 2 * margin,
    height: legendTop + legend.height + margin,
    layers: [
      { drawing: title, x: margin, y: margin, scale: 1 },
      { drawing: house, x: margin, y: houseTop, scale: 1 },
      { drawing: legend, x: margin, y: legendTop, scale: 1 },
    ],
  };
}

/** Name of the house at the left, date at the right. */
export function drawTitle(name: string, date: string, width: number): Drawing {
  const sketch = new Sketch();
  const box = { x: -0.9, y: 0, width: width - 30, height: titleHeight - 3 };
  sketch.cellText(box, name, { size: letters.title, isBold: true });
  const at = { x: width, y: 5.5 };
  sketch.text(date, at, { size: letters.name, tone: 'muted', align: 'right' });
  return { width, height: titleHeight, shapes: sketch.shapes };
}
