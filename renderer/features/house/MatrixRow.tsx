import { type ComponentType, memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseScale } from '../../../core/contract/house.contract.ts';
import type { WhatFigures } from '../../../core/domain/house/house-figures.ts';
import { type RelationNotation, scaleText } from '../../../core/domain/house/scale-entry.ts';
import classes from './HouseMatrix.module.css';
import { whatHeadId } from './matrix-dom.ts';
import type { SideRowProps } from './matrix-frame.ts';
import type { HowLine, WhatLine } from './matrix-lines.ts';
import { isColumnSelected, type RowSelection } from './matrix-selection.ts';
import { lineCell } from './shown-house.ts';

/** Fields of the active cell; the same functions at every redraw. */
export interface CellEntries {
  /** Of a name, a head or a group; `isHow` tells the side. */
  title: (line: { id: number; name: string; isHow: boolean; canRename: boolean }) => ReactNode;
  importance: (line: WhatLine, importance: number) => ReactNode;
  /** `label` is what the cell says. */
  relation: (row: number, column: number, label: string) => ReactNode;
}

interface MatrixRowProps extends RowSelection {
  row: number;
  line: WhatLine;
  rowDepth: number;
  columns: readonly HowLine[];
  /** Relations of the row's leaf; null for a collapsed group. */
  own: readonly number[] | null;
  /** All relations, for a collapsed group. */
  all: readonly (readonly number[])[] | null;
  /** Notes of the row by HOW; null without any. */
  notes: ReadonlyMap<number, string> | null;
  scale: HouseScale;
  notation: RelationNotation;
  /** What each strength is called; asking for words cell by cell costs more than drawing. */
  strengthWords: ReadonlyMap<number, string>;
  entries: CellEntries;
  firstColumn: number;
  endColumn: number;
  columnWidth: number;
  /** Room in px of the columns after the drawn ones. */
  columnsAfter: number;
  Side: ComponentType<SideRowProps> | null;
  figures: WhatFigures;
}

/** The relations of one WHAT or collapsed group. Events are handled by the matrix. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { row, line, Side } = props;
  return (
    <tr aria-rowindex={row + 2} aria-labelledby={whatHeadId(line.id)} className={classes.row}>
      <RelationCells {...props} />
      {Side !== null && props.columnsAfter > 0 && (
        <td aria-hidden className={classes.gap} style={{ width: props.columnsAfter }} />
      )}
      {Side !== null && <Side row={row} line={line} figures={props.figures} />}
    </tr>
  );
});

function RelationCells(props: MatrixRowProps) {
  const { row, line, columns, own, all, firstColumn, endColumn, scale } = props;
  const { t } = useTranslation();
  const below =
    own === null ? (all ?? []).slice(line.firstLeaf, line.firstLeaf + line.leafCount) : [own];
  const cells = [];
  for (let column = firstColumn; column < endColumn; column += 1) {
    const how = columns[column];
    if (how === undefined) continue;
    const { value, filled, cells: count } = lineCell(below, how);
    const note = props.notes?.get(how.id) ?? null;
    const isGroup = line.leaf === null || how.leaf === null;
    const said = props.strengthWords.get(value) ?? String(value);
    const spoken = isGroup ? t('house:cell.below', { said, filled, cells: count }) : said;
    const label = note === null ? spoken : `${spoken}. ${note}`;
    cells.push(
      <RelationCell
        key={how.id}
        row={row}
        column={column}
        colIndex={column + props.rowDepth + 4}
        strength={value}
        tint={tintOf(value, scale)}
        text={scaleText(value, scale, props.notation)}
        label={label}
        note={note}
        isGroup={isGroup}
        selected={isColumnSelected(props, column)}
        indent={column === firstColumn ? firstColumn * props.columnWidth : 0}
        active={props.activeColumn === column}
        entry={
          props.activeColumn === column && !isGroup
            ? props.entries.relation(row, column, label)
            : null
        }
      />,
    );
  }
  return cells;
}

type CellTint = 'none' | 'weak' | 'middle' | 'strong';

/** How strong a value looks, on a scale of whatever levels. */
function tintOf(value: number, { levels }: HouseScale): CellTint {
  if (value === 0) return 'none';
  if (value === levels[0]?.value) return 'strong';
  return value === levels.at(-1)?.value ? 'weak' : 'middle';
}

interface RelationCellProps {
  row: number;
  column: number;
  colIndex: number;
  strength: number;
  tint: CellTint;
  text: string;
  label: string;
  note: string | null;
  isGroup: boolean;
  active: boolean;
  selected: boolean;
  /** Room in px for the columns before it that are not drawn. */
  indent: number;
  entry: ReactNode;
}

/** Signs of this many characters fit into the narrowest cell. */
const shortText = 3;

const RelationCell = memo(function RelationCell(props: RelationCellProps) {
  const { note, label, entry } = props;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a td of a grid is a gridcell
    <td
      aria-colindex={props.colIndex}
      aria-label={label}
      aria-selected={props.selected}
      title={note ?? (props.isGroup ? label : undefined)}
      tabIndex={props.active && entry === null ? 0 : -1}
      data-row={props.row}
      data-column={props.column}
      data-strength={props.strength}
      data-tint={props.tint}
      data-note={note === null ? undefined : true}
      data-group={props.isGroup || undefined}
      data-selected={props.selected || undefined}
      data-entry={entry === null ? undefined : true}
      data-long={props.text.length > shortText || undefined}
      className={classes.cell}
      style={props.indent > 0 ? { marginLeft: props.indent } : undefined}
    >
      {props.text}
      {entry}
    </td>
  );
});
