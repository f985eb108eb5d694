import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatrixLayout } from '../../../../core/contract/matrix-layout.ts';
import {
  type ColumnRole,
  columnRole,
  columnRoles,
  type RowRole,
  rowRole,
  rowRoles,
  withColumnRole,
  withRowRole,
} from '../../../../core/domain/house/matrix-import/layout-roles.ts';
import type { ReadingProblem } from '../../../../core/domain/house/workbook/sheet-entries.ts';
import { cellAddress } from '../../../../core/domain/house/workbook/workbook-description.ts';
import classes from './MatrixImport.module.css';

interface TableReviewProps {
  table: readonly (readonly string[])[];
  layout: MatrixLayout;
  problems: readonly ReadingProblem[];
  onChange: (layout: MatrixLayout) => void;
}

const rowHeight = 27;
/** Rows drawn above and below those in sight. */
const overscan = 8;

/** The table as it stands in the file, each row and column with what it was taken for. */
export function TableReview({ table, layout, problems, onChange }: TableReviewProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [topRow, setTopRow] = useState(0);
  const width = useMemo(() => table.reduce((most, row) => Math.max(most, row.length), 0), [table]);
  const refused = useMemo(
    () => new Map(problems.map(({ cell, reason }) => [cell, reason])),
    [problems],
  );
  const inSight = Math.ceil((frame.current?.clientHeight ?? 700) / rowHeight);
  const first = Math.max(0, topRow - overscan);
  const last = Math.min(table.length, first + inSight + 2 * overscan);
  const columns = useMemo(
    () => Array.from({ length: width }, (_, column) => columnRole(layout, column)),
    [width, layout],
  );
  const latest = useRef({ layout, onChange });
  latest.current = { layout, onChange };
  const onRowRole = useCallback(
    (row: number, role: RowRole) =>
      latest.current.onChange(withRowRole(latest.current.layout, row, role)),
    [],
  );
  return (
    <section
      ref={frame}
      className={classes.sheet}
      aria-label={t('houseFile:table.label')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      onScroll={({ currentTarget }) => setTopRow(Math.floor(currentTarget.scrollTop / rowHeight))}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('houseFile:table.takenFor')}</th>
            {columns.map((role, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <th key={column} scope="col" data-role={role}>
                <RoleSelect
                  label={t('houseFile:table.columnRole', {
                    column: cellAddress(column, 0).replace('1', ''),
                  })}
                  wordOf={(each) => t(`houseFile:columnRole.${each}`)}
                  roles={columnRoles}
                  value={role}
                  onChange={(next) => onChange(withColumnRole(layout, column, next))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr aria-hidden style={{ height: first * rowHeight }} />}
          {table.slice(first, last).map((cells, offset) => {
            const row = first + offset;
            return (
              <ReviewedRow
                key={row}
                row={row}
                cells={cells}
                role={rowRole(layout, row)}
                columns={columns}
                refused={refused}
                onRole={onRowRole}
              />
            );
          })}
          {last < table.length && (
            <tr aria-hidden style={{ height: (table.length - last) * rowHeight }} />
          )}
        </tbody>
      </table>
    </section>
  );
}

interface ReviewedRowProps {
  row: number;
  cells: readonly string[];
  role: RowRole;
  columns: readonly ColumnRole[];
  /** Why, by cell. */
  refused: ReadonlyMap<string, ReadingProblem['reason']>;
  onRole: (row: number, role: RowRole) => void;
}

/** Drawn once while the table is scrolled: a wide one has hundreds of cells in each. */
const ReviewedRow = memo(function ReviewedRow({
  row,
  cells,
  role,
  columns,
  refused,
  onRole,
}: ReviewedRowProps) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row" data-role={role}>
        <RoleSelect
          label={t('houseFile:table.rowRole', { row: row + 1 })}
          wordOf={(each) => t(`houseFile:rowRole.${each}`)}
          roles={rowRoles}
          value={role}
          onChange={(next) => onRole(row, next)}
        />
      </th>
      {columns.map((ofColumn, column) => {
        const reason = refused.get(cellAddress(column, row));
        return (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            key={column}
            data-part={partOf(role, ofColumn)}
            data-refused={reason !== undefined || undefined}
            title={reason === undefined ? cells[column] : t(`houseFile:problem.${reason}`)}
          >
            {cells[column]}
          </td>
        );
      })}
    </tr>
  );
});

/** What a cell becomes, for the eye: names, relations, figures, or nothing. */
function partOf(row: RowRole, column: ColumnRole): 'name' | 'relation' | 'figure' | 'none' {
  if (row === 'what') {
    if (column === 'how') return 'relation';
    if (column === 'whatName' || column === 'whatGroup') return 'name';
    return column === 'unused' || column === 'computed' ? 'none' : 'figure';
  }
  if (row === 'title') return 'name';
  if (column !== 'how' || row === 'unused' || row === 'computed') return 'none';
  return row === 'howName' || row === 'howGroup' ? 'name' : 'figure';
}

interface RoleSelectProps<Role extends string> {
  label: string;
  wordOf: (role: Role) => string;
  roles: readonly Role[];
  value: Role;
  onChange: (role: Role) => void;
}

function RoleSelect<Role extends string>({
  label,
  wordOf,
  roles,
  value,
  onChange,
}: RoleSelectProps<Role>) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => {
        const role = roles.find((each) => each === currentTarget.value);
        if (role !== undefined) onChange(role);
      }}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {wordOf(role)}
        </option>
      ))}
    </select>
  );
}
