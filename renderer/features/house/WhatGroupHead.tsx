import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupToggle } from './GroupToggle.tsx';
import classes from './HouseMatrix.module.css';
import type { CellEntries } from './MatrixRow.tsx';
import type { LineGroup } from './matrix-lines.ts';
import { groupColumn } from './matrix-selection.ts';

interface WhatGroupHeadProps {
  group: LineGroup;
  rowCount: number;
  /** Nothing stands left of it in its row. */
  isFirst: boolean;
  rowDepth: number;
  /** Share of the weight in use that its WHATs have together. */
  weight: string;
  entries: CellEntries | null;
}

/** An open group beside its WHATs, as the merged cells of a deployment table. */
export const WhatGroupHead = memo(function WhatGroupHead(props: WhatGroupHeadProps) {
  const { group, rowCount, isFirst, rowDepth, entries } = props;
  const { t } = useTranslation();
  return (
    <th
      scope="rowgroup"
      aria-colindex={group.level}
      rowSpan={rowCount}
      data-row={group.firstLine}
      data-column={groupColumn(group.level, { rowDepth })}
      className={classes.whatGroup}
      style={{
        height: `calc(${rowCount} * var(--matrix-row-height))`,
        marginLeft: isFirst ? `calc(${group.level - 1} * var(--matrix-group-width))` : undefined,
      }}
      title={group.name}
    >
      <span className={classes.groupName}>
        {group.name}
        <span className={classes.groupWeight} title={t('house:group.weightHint')}>
          {props.weight}
        </span>
      </span>
      <GroupToggle name={group.name} isOpen className={classes.groupToggle} />
      {entries?.title({ id: group.id, name: group.name, isHow: false, canRename: true })}
    </th>
  );
});
