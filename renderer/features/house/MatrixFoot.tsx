import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseResult } from '../../../core/domain/house/house.ts';
import classes from './MatrixFoot.module.css';

interface MatrixFootProps {
  result: HouseResult;
  /** Rows of the matrix above, the head included. */
  rowsAbove: number;
  firstColumn: number;
  endColumn: number;
  columnWidth: number;
}

/** What the matrix says: absolute and relative weight and rank of every HOW. */
export function MatrixFoot({ result, rowsAbove, ...columns }: MatrixFootProps) {
  const { t, i18n } = useTranslation();
  const weight = new Intl.NumberFormat(i18n.language, { maximumSignificantDigits: 4 });
  const percent = new Intl.NumberFormat(i18n.language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const hasWeight = result.relative.some((share) => share !== null);
  return (
    <tfoot className={classes.foot}>
      <FootRow
        {...columns}
        label={t('house:matrix.absolute')}
        rowIndex={rowsAbove + 1}
        texts={result.absolute.map((value) => weight.format(value))}
        kind="absolute"
      />
      <FootRow
        {...columns}
        label={t('house:matrix.relative')}
        rowIndex={rowsAbove + 2}
        texts={result.relative.map((share) => (share === null ? '–' : percent.format(share * 100)))}
        kind="relative"
      />
      <FootRow
        {...columns}
        label={t('house:matrix.rank')}
        rowIndex={rowsAbove + 3}
        texts={result.rank.map((rank) => (hasWeight ? String(rank) : '–'))}
        kind="rank"
      />
    </tfoot>
  );
}

interface FootRowProps {
  label: string;
  rowIndex: number;
  texts: readonly string[];
  kind: 'absolute' | 'relative' | 'rank';
  firstColumn: number;
  endColumn: number;
  columnWidth: number;
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
}: FootRowProps) {
  const figures = [];
  for (let column = firstColumn; column < endColumn; column += 1) {
    const text = texts[column] ?? '';
    const leads = kind === 'rank' && Number(text) <= leadingRanks;
    figures.push(
      <Figure
        key={column}
        column={column}
        text={text}
        leads={leads}
        indent={column === firstColumn ? firstColumn * columnWidth : 0}
      />,
    );
  }
  return (
    <tr aria-rowindex={rowIndex} className={classes.footRow} data-kind={kind}>
      <th scope="row" aria-colindex={1} aria-colspan={2} className={classes.footLabel}>
        {label}
      </th>
      {figures}
    </tr>
  );
}

interface FigureProps {
  column: number;
  text: string;
  leads: boolean;
  indent: number;
}

const Figure = memo(function Figure({ column, text, leads, indent }: FigureProps) {
  return (
    <td
      aria-colindex={column + 3}
      className={classes.figure}
      data-leads={leads || undefined}
      style={indent > 0 ? { marginLeft: indent } : undefined}
    >
      {text}
    </td>
  );
});
