import { Button } from '@mantine/core';
import { IconPlus, IconStarFilled } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionSigns } from './direction-signs.ts';
import { GroupToggle } from './GroupToggle.tsx';
import classes from './HouseMatrix.module.css';
import type { CellEntries } from './MatrixRow.tsx';
import type { HowLine, LineGroup, MatrixLines } from './matrix-lines.ts';
import { bandRow, headRow } from './matrix-selection.ts';

interface MatrixHeadProps {
  lines: MatrixLines;
  firstColumn: number;
  endColumn: number;
  columnWidth: number;
  /** Column of the active cell, for the crosshair; null when it is left of the relations. */
  activeColumn: number | null;
  /** Row of the active cell when it is a head or a band. */
  activeRow: number | null;
  selectedFrom: number | null;
  selectedTo: number | null;
  entries: CellEntries;
  onAddWhats: () => void;
  onAddHow: () => void;
}

/** The HOWs along the top. Names stand upright, as Korean is written downwards. */
export const MatrixHead = memo(function MatrixHead(props: MatrixHeadProps) {
  const { lines, activeRow, activeColumn, entries, selectedFrom, selectedTo } = props;
  const { t } = useTranslation();
  const { rowDepth } = lines;
  const heads = [];
  for (let column = props.firstColumn; column < props.endColumn; column += 1) {
    const line = lines.columns[column];
    if (line === undefined) continue;
    const isSelected =
      selectedFrom !== null &&
      selectedTo !== null &&
      column >= selectedFrom &&
      column <= selectedTo;
    const focused = activeRow === headRow && activeColumn === column;
    heads.push(
      <HowHead
        key={line.id}
        line={line}
        column={column}
        colIndex={column + rowDepth + 4}
        active={activeColumn === column}
        selected={isSelected}
        indent={column === props.firstColumn ? props.firstColumn * props.columnWidth : 0}
        entries={focused ? entries : null}
      />,
    );
  }
  return (
    <tr aria-rowindex={1} className={classes.head}>
      <th scope="col" aria-colindex={rowDepth + 1} className={classes.corner}>
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
      <th scope="col" aria-colindex={rowDepth + 2} className={classes.importanceHead}>
        {t('house:matrix.importance')}
      </th>
      <th
        scope="col"
        aria-colindex={rowDepth + 3}
        className={classes.weightHead}
        title={t('house:matrix.weightHint')}
      >
        {t('house:matrix.weight')}
      </th>
      {lines.columnDepth === 0 ? (
        heads
      ) : (
        <Bands
          groups={lines.columnGroups}
          columnDepth={lines.columnDepth}
          columnWidth={props.columnWidth}
          firstColumn={props.firstColumn}
          endColumn={props.endColumn}
          activeRow={activeRow}
          activeColumn={activeColumn}
          entries={entries}
        >
          {heads}
        </Bands>
      )}
    </tr>
  );
});

interface BandsProps {
  groups: readonly LineGroup[];
  columnDepth: number;
  columnWidth: number;
  firstColumn: number;
  endColumn: number;
  activeRow: number | null;
  activeColumn: number | null;
  entries: CellEntries;
  children: ReactNode;
}

/** Open groups over their HOWs; heads below stand in line, whatever groups they are in. */
function Bands(props: BandsProps) {
  const { groups, columnDepth, columnWidth, firstColumn, endColumn, activeRow } = props;
  const shown = groups.filter(
    ({ firstLine, lineCount }) => firstLine < endColumn && firstLine + lineCount > firstColumn,
  );
  return (
    <>
      {shown.map((group) => (
        <HowGroupHead
          key={group.id}
          group={group}
          columnDepth={columnDepth}
          left={group.firstLine * columnWidth}
          width={group.lineCount * columnWidth}
          entries={
            activeRow === bandRow(group.level, { columnDepth }) &&
            props.activeColumn === group.firstLine
              ? props.entries
              : null
          }
        />
      ))}
      {props.children}
    </>
  );
}

interface HowGroupHeadProps {
  group: LineGroup;
  columnDepth: number;
  left: number;
  width: number;
  entries: CellEntries | null;
}

const HowGroupHead = memo(function HowGroupHead(props: HowGroupHeadProps) {
  const { group, columnDepth, left, width, entries } = props;
  return (
    <th
      scope="colgroup"
      colSpan={group.lineCount}
      data-row={bandRow(group.level, { columnDepth })}
      data-column={group.firstLine}
      className={classes.howGroup}
      style={{
        left: `calc(var(--matrix-left-width) + ${left}px)`,
        width,
        top: `calc(${group.level - 1} * var(--matrix-band-height))`,
      }}
      title={group.name}
    >
      <span className={classes.bandName}>
        <GroupToggle name={group.name} isOpen />
        <span className={classes.bandText}>{group.name}</span>
      </span>
      {entries?.title({ id: group.id, name: group.name, isHow: true, canRename: true })}
    </th>
  );
});

interface HowHeadProps {
  line: HowLine;
  column: number;
  colIndex: number;
  active: boolean;
  selected: boolean;
  indent: number;
  entries: CellEntries | null;
}

const HowHead = memo(function HowHead(props: HowHeadProps) {
  const { line, column, indent, entries } = props;
  const { t } = useTranslation();
  const how = line.leaf;
  const target = how === null ? '' : `${how.targetValue}${how.unit}`;
  const facts = [line.name];
  if (how === null) facts.push(t('house:group.count', { count: line.leafCount }));
  else facts.push(t(`house:direction.${how.direction}`));
  if (target !== '') facts.push(t('house:how.targetIs', { target }));
  const isCsf = how !== null && how.csfId !== null;
  return (
    <th
      scope="col"
      aria-colindex={props.colIndex}
      aria-label={facts.concat(isCsf ? 'CSF' : []).join(', ')}
      tabIndex={-1}
      data-row={headRow}
      data-column={column}
      data-active={props.active || undefined}
      data-selected={props.selected || undefined}
      data-group={how === null || undefined}
      className={classes.how}
      style={indent > 0 ? { marginLeft: indent } : undefined}
      title={facts.join('\n')}
    >
      <span className={classes.howName}>
        <DownwardText text={line.name} />
      </span>
      <span className={classes.marks}>
        {isCsf && <IconStarFilled size={12} aria-hidden className={classes.csfMark} />}
        {how === null ? (
          <GroupToggle name={line.name} isOpen={false} />
        ) : (
          directionSigns[how.direction]
        )}
      </span>
      <span className={classes.target}>
        {how === null ? line.leafCount : target === '' ? '–' : target}
      </span>
      {entries?.title({ id: line.id, name: line.name, isHow: true, canRename: true })}
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
      <span key={key} className={/[가-힣]/.test(run) ? classes.hangul : undefined}>
        {run}
      </span>
    );
  });
}
