import { type ComponentType, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { HouseFigures } from '../../../core/domain/house/house-figures.ts';
import type { RelationNotation } from '../../../core/domain/house/scale-entry.ts';
import classes from './HouseMatrix.module.css';
import { importanceOf } from './line-importance.ts';
import { MatrixLead } from './MatrixLead.tsx';
import { type CellEntries, MatrixRow } from './MatrixRow.tsx';
import type { SideRowProps } from './matrix-frame.ts';
import type { MatrixLines, WhatLine } from './matrix-lines.ts';
import { type MatrixSelection, rowSelection } from './matrix-selection.ts';
import type { MatrixSizes } from './matrix-sizes.ts';
import { notesByRow } from './notes-by-row.ts';
import { groupsOfRow, rowGroupsOf } from './row-leads.ts';
import type { GridWindow } from './use-grid-window.ts';

interface MatrixBodyProps {
  view: HouseView;
  lines: MatrixLines;
  figures: HouseFigures;
  notation: RelationNotation;
  drawn: GridWindow;
  sizes: MatrixSizes;
  selection: MatrixSelection;
  entries: CellEntries;
  Side: ComponentType<SideRowProps> | null;
  /** Over all rows of the side. */
  overlay: ReactNode;
}

/** The drawn rows: what stays in view of them at the left, and the relations that scroll past it. */
export function MatrixBody(props: MatrixBodyProps) {
  const { view, lines, figures, drawn, sizes, selection, entries } = props;
  const { t, i18n } = useTranslation();
  const rowGroups = useMemo(() => rowGroupsOf(lines, drawn), [lines, drawn]);
  const notes = useMemo(() => notesByRow(view.notes), [view.notes]);
  const strengthWords = useMemo(
    () =>
      new Map([
        [0, t('house:strength.0')],
        ...view.scale.levels.map(({ value, symbol }): [number, string] => [
          value,
          t('house:cell.value', { symbol, value }),
        ]),
      ]),
    [t, view.scale],
  );
  const percent = useMemo(
    () =>
      new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    [i18n.language],
  );
  const weightText = (share: number | null | undefined) =>
    share == null ? '–' : percent.format(share * 100);
  const shareOf = ({ leaf, id, firstLeaf }: WhatLine) =>
    leaf === null ? figures.whatGroups.get(id)?.relative : figures.whats.relative[firstLeaf];

  const { columnWidth, rowHeight } = sizes;
  const columns = lines.columns.length;
  const leads = [];
  const rows = [];
  for (let row = drawn.firstRow; row < Math.min(drawn.endRow, lines.rows.length); row += 1) {
    const line = lines.rows[row];
    if (line === undefined) continue;
    const groups = groupsOfRow(rowGroups, row);
    const ofSelection = rowSelection(selection, row);
    leads.push(
      <MatrixLead
        key={line.id}
        row={row}
        line={line}
        groups={groups}
        rowDepth={lines.rowDepth}
        importance={importanceOf(view, line)}
        weight={weightText(shareOf(line))}
        groupWeights={groups.leads
          .map(({ group }) => `${weightText(figures.whatGroups.get(group.id)?.relative)}%`)
          .join(' ')}
        entries={entries}
        {...ofSelection}
      />,
    );
    rows.push(
      <MatrixRow
        key={line.id}
        row={row}
        line={line}
        rowDepth={lines.rowDepth}
        columns={lines.columns}
        own={line.leaf === null ? null : (view.relations[line.firstLeaf] ?? [])}
        all={line.leaf === null ? view.relations : null}
        notes={notes.get(line.id) ?? null}
        scale={view.scale}
        notation={props.notation}
        strengthWords={strengthWords}
        entries={entries}
        firstColumn={drawn.firstColumn}
        endColumn={drawn.endColumn}
        columnWidth={columnWidth}
        columnsAfter={(columns - drawn.endColumn) * columnWidth}
        Side={props.Side}
        figures={figures.whats}
        {...ofSelection}
      />,
    );
  }
  const height = lines.rows.length * rowHeight;
  const paddingTop = drawn.firstRow * rowHeight;
  return (
    <>
      <tbody
        className={classes.leads}
        // The relations stand beside it, and not below.
        style={{ height, paddingTop, marginBottom: -height }}
      >
        {leads}
      </tbody>
      <tbody className={classes.body} style={{ height, paddingTop }}>
        {rows}
        {props.overlay !== false && (
          <tr
            aria-hidden
            className={classes.overlay}
            style={{ left: columns * columnWidth, width: sizes.sideWidth }}
          >
            <td>{props.overlay}</td>
          </tr>
        )}
      </tbody>
    </>
  );
}
