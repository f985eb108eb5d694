import { memo, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { evenDecimals } from '../../../core/domain/house/even-decimals.ts';
import type { HouseFigures, HowFigures } from '../../../core/domain/house/house-figures.ts';
import { lastLeadingRank } from '../../../core/domain/house/weight-cut.ts';
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
  const weights = lines.columns.map((line) => weightOf(line, figures));
  const decimals = evenDecimals(weights.map(({ absolute }) => absolute));
  const { weight, percent } = useMemo(
    () => formatsOf(i18n.language, decimals),
    [i18n.language, decimals],
  );
  // Of all HOWs, shown or not: what leads does not depend on what is looked at.
  const leading = useMemo(() => leadingOf(figures.hows), [figures.hows]);
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
        leading={leading}
        {...(leading.tied > 0 && {
          note: t('house:matrix.rankTied', {
            most: leadingRanks,
            rank: leading.last + 1,
            count: leading.tied,
          }),
        })}
      />
      {side}
    </tfoot>
  );
}

function formatsOf(language: string, decimals: number) {
  return {
    weight: new Intl.NumberFormat(language, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }),
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

/** As many ranks as one looks at first. */
const leadingRanks = 3;

interface Leading {
  /** The last rank that stands out. */
  last: number;
  /** How many share the rank after it, too many to stand out with those before. */
  tied: number;
}

function leadingOf({ rank, relative }: HowFigures): Leading {
  const ranks = rank.map((own, column) => ((relative[column] ?? null) === null ? null : own));
  const last = lastLeadingRank(ranks, leadingRanks);
  const isTied = (own: number | null) => own !== null && own > last && own <= leadingRanks;
  return { last, tied: ranks.filter(isTied).length };
}

interface FootRowProps {
  label: string;
  rowIndex: number;
  texts: readonly string[];
  kind: 'absolute' | 'relative' | 'rank';
  leading?: Leading;
  /** Told at the head of the row and at the figures it is about. */
  note?: string;
  firstColumn: number;
  endColumn: number;
  columnWidth: number;
  colOffset: number;
}

function FootRow({
  label,
  rowIndex,
  texts,
  kind,
  leading,
  note,
  firstColumn,
  endColumn,
  columnWidth,
  colOffset,
}: FootRowProps) {
  const figures = [];
  for (let column = firstColumn; column < endColumn; column += 1) {
    const text = texts[column] ?? '';
    const rank = leading === undefined ? Number.NaN : Number.parseInt(text, 10);
    const stands = rank <= (leading?.last ?? 0) ? 'leads' : rank <= leadingRanks ? 'tied' : null;
    figures.push(
      <Figure
        key={column}
        colIndex={column + colOffset}
        text={text}
        stands={stands}
        {...(stands === 'tied' && { note })}
        indent={column === firstColumn ? firstColumn * columnWidth : 0}
      />,
    );
  }
  return (
    <tr aria-rowindex={rowIndex} className={classes.footRow} data-kind={kind}>
      <th
        scope="row"
        aria-colindex={1}
        aria-colspan={colOffset - 1}
        className={classes.footLabel}
        title={note}
      >
        {label}
      </th>
      {figures}
    </tr>
  );
}

interface FigureProps {
  colIndex: number;
  text: string;
  stands: 'leads' | 'tied' | null;
  note?: string | undefined;
  indent: number;
}

/** Figures of this many characters fit into the narrowest column. */
const shortFigure = 5;

const Figure = memo(function Figure({ colIndex, text, stands, note, indent }: FigureProps) {
  return (
    <td
      aria-colindex={colIndex}
      className={classes.figure}
      data-stands={stands ?? undefined}
      title={note}
      data-long={text.length > shortFigure || undefined}
      style={indent > 0 ? { marginLeft: indent } : undefined}
    >
      {text}
    </td>
  );
});
