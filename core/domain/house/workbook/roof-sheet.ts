import { leafPaths } from '../house-leaves.ts';
import { roofLookup, roofText } from '../roof.ts';
import { leafKey, roofMark } from './house-sheet-plan.ts';
import type { HouseWorkbookInput } from './house-workbook.ts';
import { blankSheet, CellGrid, sheetLook, sheetName, text } from './sheet-cells.ts';
import { cellAddress, type DescribedSheet } from './workbook-description.ts';

/** Where the roof lies on its sheet, counted from 0. Column 0 and row 2 are hidden. */
const roofPlan = {
  keyRow: 2,
  nameRow: 3,
  firstRow: 4,
  nameColumn: 1,
  firstColumn: 2,
} as const;

/** The roof as a table of HOWs by HOWs: each pair once, above the diagonal, as ++ + − −−. */
export function describeRoofSheet({ model, words }: HouseWorkbookInput): DescribedSheet {
  const hows = leafPaths(model.hows);
  const { keyRow, nameRow, firstRow, nameColumn, firstColumn } = roofPlan;
  const rowCount = firstRow + hows.length;
  const columnCount = firstColumn + hows.length;
  const grid = new CellGrid(rowCount, columnCount);
  const strengthOf = roofLookup(model.roof);
  grid.put(1, 0, text(words.roof, sheetLook.title));
  grid.put(1, 1, text(words.roofHint, sheetLook.hint));
  grid.put(0, keyRow, text(roofMark, sheetLook.key));
  for (const [i, how] of hows.entries()) {
    grid.put(firstColumn + i, keyRow, text(leafKey('how', how), sheetLook.key));
    grid.put(0, firstRow + i, text(leafKey('how', how), sheetLook.key));
    const { name } = how.node;
    grid.put(firstColumn + i, nameRow, text(name, sheetLook.upright));
    grid.put(nameColumn, firstRow + i, text(name, sheetLook.name));
    for (const [j, other] of hows.entries()) {
      const sign = j > i ? roofText(strengthOf(how.node.id, other.node.id), 'plusMinus') : '';
      const style = j > i ? sheetLook.words : sheetLook.covered;
      grid.put(firstColumn + j, firstRow + i, text(sign, style));
    }
  }
  const block = `${cellAddress(firstColumn, firstRow)}:${cellAddress(columnCount - 1, rowCount - 1)}`;
  return {
    ...blankSheet(sheetName(words.roofSheet)),
    rows: Array.from({ length: rowCount }, (_, row) => ({
      height: row === 0 ? 24 : row === nameRow ? 150 : null,
      isHidden: row === keyRow,
      cells: grid.rowCells(row),
    })),
    columns: Array.from({ length: columnCount }, (_, column) =>
      column === 0
        ? { width: 4, isHidden: true }
        : { width: column === nameColumn ? 38 : 6.5, isHidden: false },
    ),
    frozen: { rows: firstRow, columns: firstColumn },
    lists: hows.length < 2 ? [] : [{ range: block, entries: ['++', '+', '−', '−−'] }],
  };
}
