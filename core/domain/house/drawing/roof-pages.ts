import { drawRoofTable, roofTableSize } from './draw-roof-table.ts';
import type { Drawing } from './drawing.ts';
import { placesIn, type Span } from './frame.ts';
import { type HousePlan, letters, roofKey } from './house-plan.ts';
import { fewestParts, splitSizes } from './split-sizes.ts';

/** What a page has for a drawing, in mm. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Larger than this, a small house would look like a poster. */
export const largestScale = 1.25;

interface RoofPage {
  readonly drawing: Drawing;
  readonly scale: number;
}

/** The roof as a table of HOWs by HOWs on pages of its own; parts without a correlation are left out. */
export function roofPages(plan: HousePlan, room: Room, smallestNames: number): RoofPage[] {
  const { cell, width: left, height: heads } = roofTableSize(plan, 0, 0);
  const cells = plan.hows.map(() => cell);
  const least = Math.min(
    smallestNames / letters.head,
    room.width / (left + cell),
    room.height / (heads + cell),
  );
  const split = (room: number) => splitSizes(cells, fewestParts(cells, room, 0, 0), 0, 0);
  const rows = split(room.height / least - heads);
  const columns = split(room.width / least - left);
  const scale = Math.min(
    largestScale,
    room.width / (left + columns.room),
    room.height / (heads + rows.room),
  );
  return rows.spans.flatMap((rowSpan) =>
    columns.spans.flatMap((columnSpan) => {
      // Each pair stands once, above the diagonal: below it there is nothing to show.
      const part = {
        rows: { from: rowSpan.from, to: Math.min(rowSpan.to, columnSpan.to - 1) },
        columns: { from: Math.max(columnSpan.from, rowSpan.from + 1), to: columnSpan.to },
      };
      if (!hasPair(plan, part.rows, part.columns)) return [];
      return [{ drawing: drawRoofTable(plan, part.rows, part.columns), scale }];
    }),
  );
}

function hasPair(plan: HousePlan, rows: Span, columns: Span): boolean {
  return placesIn(rows).some((row) =>
    placesIn(columns).some(
      (column) =>
        column > row &&
        plan.roof.has(roofKey(plan.hows[row]?.node.id ?? 0, plan.hows[column]?.node.id ?? 0)),
    ),
  );
}
