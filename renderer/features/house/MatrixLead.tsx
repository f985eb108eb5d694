import { memo } from 'react';
import classes from './HouseMatrix.module.css';
import { ImportanceCell } from './ImportanceCell.tsx';
import type { CellEntries } from './MatrixRow.tsx';
import type { WhatLine } from './matrix-lines.ts';
import {
  importanceColumn,
  isColumnSelected,
  nameColumn,
  type RowSelection,
} from './matrix-selection.ts';
import type { RowGroups } from './row-leads.ts';
import { WhatGroupHead } from './WhatGroupHead.tsx';
import { WhatHead } from './WhatHead.tsx';

interface MatrixLeadProps extends RowSelection {
  row: number;
  line: WhatLine;
  groups: RowGroups;
  rowDepth: number;
  /** Of a collapsed group, what its WHATs were given together. */
  importance: number;
  /** Share of the weight in use. */
  weight: string;
  /** The same of the groups that begin here, in their order; one text, for rows are compared by it. */
  groupWeights: string;
  entries: CellEntries;
}

/**
 * What of a row stays in view at the left: the groups that begin here, its name and its weight. All rows'
 * leads lie on one layer: a layer for each of them is what a browser takes longest over. The relations of a
 * line are a row of their own beside it, with the same index and named by its head.
 */
export const MatrixLead = memo(function MatrixLead(props: MatrixLeadProps) {
  const { row, line, groups, activeColumn, rowDepth } = props;
  const groupWeights = props.groupWeights.split(' ');
  return (
    <tr
      aria-rowindex={row + 2}
      className={classes.lead}
      data-kind={line.leaf ? undefined : 'group'}
    >
      {groups.leads.map(({ group, rowCount }, at) => (
        <WhatGroupHead
          key={group.id}
          group={group}
          rowCount={rowCount}
          isFirst={at === 0}
          rowDepth={rowDepth}
          weight={groupWeights[at] ?? ''}
          entries={
            activeColumn === nameColumn - (rowDepth - group.level + 1) ? props.entries : null
          }
        />
      ))}
      <WhatHead
        row={row}
        line={line}
        level={groups.level}
        spaceBefore={groups.leads.length === 0}
        rowDepth={rowDepth}
        active={activeColumn !== null}
        selected={isColumnSelected(props, nameColumn)}
        entries={activeColumn === nameColumn ? props.entries : null}
      />
      <ImportanceCell
        row={row}
        line={line}
        colIndex={rowDepth + 2}
        importance={props.importance}
        weight={props.weight}
        selected={isColumnSelected(props, importanceColumn)}
        entries={activeColumn === importanceColumn ? props.entries : null}
      />
    </tr>
  );
});
