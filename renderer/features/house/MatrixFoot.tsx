import { memo, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseFigures } from '../../../core/domain/house/house-figures.ts';
import classes from './MatrixFoot.module.css';
import type { HowLine, MatrixLines } from './matrix-lines.ts';

interface MatrixFootProps {
  figures: HouseFigures;
  lines: MatrixLines;
  firstColumn: number;
  endColumn: number;
  columnWidth: number;
  /** Beside the rows of figures. */
  side: ReactNode;
}

interface LineWeight {
  absolute: number;
  relative: number | null;
  /** null for a group. */
  rank: number | null;
}

/** What the matrix says: absolute and relative weight and rank of every HOW. */
export function MatrixFoot({ figures, lines, side, ...columns }: MatrixFootProps) {
  const { t, i18n } = useTranslation();
  const { weight, percent } = useMemo(() => formatsOf(i18n.language), [i18n.language]);
  const weights = lines.columns.map((line) => weightOf(line, figures));
  const shared = { ...columns, colOffset: lines.rowDepth + 4 };
  const rowsAbove = lines.rows.length + 1;
  return (
    <tfoot className={classes.foot}>
      <FootRow
        {...shared}
        label={t('house:matrix.absolute')}
        rowIndex={rowsAbove + 1}
        texts={weights.map(({ absolute }) => weight.format(absolute))}
        kind="absolute"
      />
      <FootRow
        {...shared}
        label={t('house:matrix.relative')}
        rowIndex={rowsAbove + 2}
        texts={weights.map(({ relative }) =>
          relative === null ? '–' : percent.format(relative * 100),
        )}
        kind="relative"
      />
      <FootRow
        {...shared}
        label={t('house:matrix.rank')}
        rowIndex={rowsAbove + 3}
        texts={weights.map(({ rank }) => (rank === null ? '–' : String(rank)))}
        kind="rank"
      />
      {side}
    </tfoot>
  );
}

function formatsOf(language: string) {
  return {
    weight: new Intl.NumberFormat(language, { maximumSignificantDigits: 4 }),
    percent: new Intl.NumberFormat(language, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }),
  };
}

function weightOf(line: HowLine, { hows, howGroups }: HouseFigures): LineWeight {
  if (line.leaf === null) {
    const group = howGroups.get(line.id);
    return { absolute: group?.absolute ?? 0, relative: group?.relative ?? null, rank: null };
  }
  const relative = hows.relative[line.firstLeaf] ?? null;
  return {
    absolute: hows.absolute[line.firstLeaf] ?? 0,
    relative,
    rank: relative === null ? null : (hows.rank[line.firstLeaf] ?? null),
  };
}

interface FootRowProps {
  label: string;
  rowIndex: number;
  texts: readonly string[];
  kind: 'absolute' | 'relative' | 'rank';
  firstColumn: number;
  endColumn: number;
  columnWidth: number;
  colOffset: number;
}

/** As many ranks as one looks at first. */
const leadingRanks = 3;

function FootRow({
  label,
  rowIndex,
  texts,
  kind,
  firstColumn,
  endColumn,
  columnWidth,
  colOffset,
}: FootRowProps) {
  const figures = [];
  for (let column = firstColumn; column < endColumn; column += 1) {
    const text = texts[column] ?? '';
    const leads = kind === 'rank' && Number(text) <= leadingRanks;
    figures.push(
      <Figure
        key={column}
        colIndex={column + colOffset}
        text={text}
        leads={leads}
        indent={column === firstColumn ? firstColumn * columnWidth : 0}
      />,
    );
  }
  return (
    <tr aria-rowindex={rowIndex} className={classes.footRow} data-kind={kind}>
      <th scope="row" aria-colindex={1} aria-colspan={colOffset - 1} className={classes.footLabel}>
        {label}
      </th>
      {figures}
    </tr>
  );
}

interface FigureProps {
  colIndex: number;
  text: string;
  leads: boolean;
  indent: number;
}

/** Figures of this many characters fit into the narrowest column. */
const shortFigure = 5;

const Figure = memo(function Figure({ colIndex, text, leads, indent }: FigureProps) {
  return (
    <td
      aria-colindex={colIndex}
      className={classes.figure}
      data-leads={leads || undefined}
      data-long={text.length > shortFigure || undefined}
      style={indent > 0 ? { marginLeft: indent } : undefined}
    >
      {text}
    </td>
  );
});
