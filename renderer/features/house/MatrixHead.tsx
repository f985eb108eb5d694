import { Button } from '@mantine/core';
import { IconPlus, IconStarFilled } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseHow } from '../../../core/contract/house.contract.ts';
import { directionSigns } from './direction-signs.ts';
import classes from './HouseMatrix.module.css';
import { headRow } from './matrix-selection.ts';

interface MatrixHeadProps {
  hows: readonly HouseHow[];
  firstColumn: number;
  endColumn: number;
  columnWidth: number;
  /** Column of the active cell, for the crosshair; null when it is left of the relations. */
  activeColumn: number | null;
  /** The active cell is a head. */
  focused: boolean;
  onAddWhats: () => void;
  onAddHow: () => void;
}

/** The HOWs along the top. Names stand upright, as Korean is written downwards. */
export const MatrixHead = memo(function MatrixHead(props: MatrixHeadProps) {
  const { t } = useTranslation();
  const heads = [];
  for (let column = props.firstColumn; column < props.endColumn; column += 1) {
    const how = props.hows[column];
    if (how === undefined) continue;
    heads.push(
      <HowHead
        key={how.howId}
        how={how}
        column={column}
        active={props.activeColumn === column}
        focused={props.focused && props.activeColumn === column}
        indent={column === props.firstColumn ? props.firstColumn * props.columnWidth : 0}
      />,
    );
  }
  return (
    <tr aria-rowindex={1} className={classes.head}>
      <th scope="col" aria-colindex={1} className={classes.corner}>
        <span className={classes.adders}>
          <Button variant="default" leftSection={<IconPlus size={14} />} onClick={props.onAddWhats}>
            {t('house:what.add')}
          </Button>
          <Button variant="default" leftSection={<IconPlus size={14} />} onClick={props.onAddHow}>
            {t('house:how.addNew')}
          </Button>
        </span>
        <span className={classes.cornerName}>{t('house:matrix.whats')}</span>
        <span className={classes.cornerHint}>{t('house:matrix.keys')}</span>
      </th>
      <th scope="col" aria-colindex={2} className={classes.importanceHead}>
        {t('house:matrix.importance')}
      </th>
      {heads}
    </tr>
  );
});

interface HowHeadProps {
  how: HouseHow;
  column: number;
  active: boolean;
  focused: boolean;
  indent: number;
}

const HowHead = memo(function HowHead({ how, column, active, focused, indent }: HowHeadProps) {
  const { t } = useTranslation();
  const target = `${how.targetValue}${how.unit}`;
  const direction = t(`house:direction.${how.direction}`);
  const facts = [how.name, direction, target === '' ? null : t('house:how.targetIs', { target })];
  return (
    <th
      scope="col"
      aria-colindex={column + 3}
      aria-haspopup="dialog"
      aria-label={facts
        .concat(how.csfId === null ? null : 'CSF')
        .filter(Boolean)
        .join(', ')}
      tabIndex={focused ? 0 : -1}
      data-row={headRow}
      data-column={column}
      data-active={active || undefined}
      className={classes.how}
      style={indent > 0 ? { marginLeft: indent } : undefined}
      title={facts.filter(Boolean).join('\n')}
    >
      <span className={classes.csfMark}>
        {how.csfId !== null && <IconStarFilled size={12} aria-hidden />}
      </span>
      <span className={classes.howName}>
        <DownwardText text={how.name} />
      </span>
      <span className={classes.direction}>{directionSigns[how.direction]}</span>
      <span className={classes.target}>{target === '' ? '–' : target}</span>
    </th>
  );
});

/** Longer than this a run of figures or Latin letters lies on its side. */
const uprightRun = 3;

function DownwardText({ text }: { text: string }) {
  const runs = text.match(/[!-~]+|[^!-~]+/g) ?? [];
  let at = 0;
  return runs.map((run) => {
    const key = at;
    at += run.length;
    return /^[!-~]/.test(run) && run.length <= uprightRun ? (
      <span key={key} className={classes.upright}>
        {run}
      </span>
    ) : (
      run
    );
  });
}
