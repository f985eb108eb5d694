import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../core/charts/chart-text.ts';
import { rankDescending } from '../../../core/domain/house/house.ts';
import classes from './Importance.module.css';

interface WeightRow {
  number: string;
  name: string;
  /** Shares of the whole, 0 to 1. */
  weight: number;
  /** A second weight beside it, such as by another method. */
  other?: number | null;
}

interface WeightBarsProps {
  label: string;
  rows: readonly WeightRow[];
  /** Heads the second weights. */
  otherLabel?: string;
}

/** Weights as bars with their ranks, as a table one can read aloud and copy. */
export function WeightBars({ label, rows, otherLabel }: WeightBarsProps) {
  const { t } = useTranslation();
  const most = Math.max(0, ...rows.map(({ weight }) => weight));
  const ranks = rankDescending(rows.map(({ weight }) => weight));
  return (
    <table className={classes.figures} aria-label={label}>
      <thead>
        <tr>
          <th data-figure>{t('importance:columns.rank')}</th>
          <th>{t('importance:columns.what')}</th>
          <th data-figure>{t('importance:columns.weight')}</th>
          {otherLabel !== undefined && <th data-figure>{otherLabel}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, name, weight, other }, i) => (
          <tr key={number}>
            <td data-figure>{ranks[i]}</td>
            <td>
              <span className={classes.number}>{number}</span> {name}
              <span
                className={classes.bar}
                style={{ width: most === 0 ? 0 : `${(100 * weight) / most}%` }}
              />
            </td>
            <td data-figure>{formatShare(weight)}</td>
            {otherLabel !== undefined && (
              <td data-figure>
                {other === null || other === undefined ? '–' : formatShare(other)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
