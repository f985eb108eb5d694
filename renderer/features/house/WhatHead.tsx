import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconDots, IconMessageCircle, IconRoute } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupToggle } from './GroupToggle.tsx';
import classes from './HouseMatrix.module.css';
import type { CellEntries } from './MatrixRow.tsx';
import { whatHeadId } from './matrix-dom.ts';
import type { WhatLine } from './matrix-lines.ts';
import { nameColumn } from './matrix-selection.ts';

interface WhatHeadProps {
  row: number;
  line: WhatLine;
  /** Levels of open groups to its left. */
  level: number;
  /** Nothing in this row stands left of it: the boxes of its groups began above. */
  spaceBefore: boolean;
  rowDepth: number;
  /** The active cell is in this row. */
  active: boolean;
  selected: boolean;
  entries: CellEntries | null;
}

export const WhatHead = memo(function WhatHead(props: WhatHeadProps) {
  const { row, line, level, rowDepth, entries } = props;
  const what = line.leaf;
  return (
    <th
      id={whatHeadId(line.id)}
      scope="row"
      aria-colindex={rowDepth + 1}
      tabIndex={-1}
      data-row={row}
      data-column={nameColumn}
      data-active={props.active || undefined}
      data-selected={props.selected || undefined}
      className={classes.what}
      style={{
        marginLeft: props.spaceBefore ? `calc(${level} * var(--matrix-group-width))` : undefined,
        width: `calc(var(--matrix-name-width) + ${rowDepth - level} * var(--matrix-group-width))`,
      }}
      title={line.name}
    >
      {what === null ? (
        <GroupToggle name={line.name} isOpen={false} />
      ) : (
        <span className={classes.code}>{what.number}</span>
      )}
      <span className={classes.whatName}>{line.name}</span>
      {what === null && <span className={classes.groupCount}>{line.leafCount}</span>}
      <WhatTools line={line} />
      {entries?.title({
        id: line.id,
        name: line.name,
        isHow: false,
        canRename: what === null || what.requirementId === null,
      })}
    </th>
  );
});

/** The keyboard finds these in the menu that Enter opens. */
function WhatTools({ line }: { line: WhatLine }) {
  const { t, i18n } = useTranslation();
  const isRequirement = line.leaf !== null && line.leaf.requirementId !== null;
  return (
    <>
      <span className={classes.whatTools}>
        {isRequirement && (
          <ActionIcon
            size="sm"
            tabIndex={-1}
            data-tool="trail"
            aria-label={t('house:what.trailOf', { name: line.name })}
          >
            <IconRoute size={15} />
          </ActionIcon>
        )}
        <ActionIcon
          size="sm"
          tabIndex={-1}
          data-tool="menu"
          aria-label={t('house:what.menuOf', { name: line.name })}
        >
          <IconDots size={15} />
        </ActionIcon>
      </span>
      {line.leaf !== null && isRequirement && (
        <button
          type="button"
          tabIndex={-1}
          data-tool="voc"
          className={classes.vocCount}
          title={t('house:what.voc', { count: line.leaf.vocCount })}
        >
          <IconMessageCircle size={13} aria-hidden />
          <VisuallyHidden>{t('house:what.vocOf', { name: line.name })}</VisuallyHidden>
          {line.leaf.vocCount.toLocaleString(i18n.language)}
        </button>
      )}
    </>
  );
}
