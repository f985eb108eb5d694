import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../../core/charts/chart-text.ts';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import type { ImportanceComparison } from '../../../../core/domain/importance/importance-sources.ts';
import shared from '../Importance.module.css';
import classes from './Sources.module.css';

const differencesShown = 5;

interface AgreementsProps {
  house: HouseView;
  comparison: ImportanceComparison;
  /** How many of the most important were compared. */
  top: number;
  onWhat: (whatId: number) => void;
}

/** How far the sources agree, and about which WHATs they differ most. */
export function Agreements({ house, comparison, top, onWhat }: AgreementsProps) {
  const { t } = useTranslation();
  const nameOf = (source: string) => t(`importance:short.${source}`);
  if (comparison.sources.length < 2) {
    return (
      <section className={shared.section}>
        <h3>{t('importance:compare.title')}</h3>
        <Text size="sm" c="dimmed">
          {t('importance:compare.needsTwo')}
        </Text>
      </section>
    );
  }
  const differences = comparison.differences
    .filter(({ shareSpan }) => shareSpan > 0)
    .slice(0, differencesShown);
  return (
    <>
      <section className={shared.section}>
        <h3>{t('importance:compare.title')}</h3>
        <table
          className={`${shared.figures} ${classes.agreement}`}
          aria-label={t('importance:compare.title')}
        >
          <thead>
            <tr>
              <th>{t('importance:compare.pair')}</th>
              <th data-figure title={t('importance:compare.kendallHint')}>
                {t('importance:compare.kendall')}
              </th>
              <th data-figure title={t('importance:compare.spearmanHint')}>
                {t('importance:compare.spearman')}
              </th>
              <th data-figure title={t('importance:compare.topHint', { count: top })}>
                {t('importance:compare.top', { count: top })}
              </th>
            </tr>
          </thead>
          <tbody>
            {comparison.agreements.map(({ a, b, kendallTauB, spearman, topOverlap }) => (
              <tr key={`${a}:${b}`}>
                <td>
                  {nameOf(a)} ↔ {nameOf(b)}
                </td>
                <td data-figure>{coefficient(kendallTauB)}</td>
                <td data-figure>{coefficient(spearman)}</td>
                <td data-figure>{topOverlap === null ? '–' : formatShare(topOverlap)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Text size="xs" c="dimmed">
          {t('importance:compare.how')} {t('importance:compare.topHint', { count: top })}
        </Text>
      </section>
      {differences.length > 0 && (
        <section className={shared.section}>
          <h3>{t('importance:compare.differences')}</h3>
          <ul className={shared.list}>
            {differences.map(({ what, lowest, highest, shareSpan, rankSpan }) => {
              const row = house.whats[what];
              return row === undefined ? null : (
                <li key={row.whatId}>
                  <button
                    type="button"
                    className={classes.whatButton}
                    onClick={() => onWhat(row.whatId)}
                  >
                    {row.number} {row.name}
                  </button>
                  <div className={shared.soft}>
                    {t('importance:compare.difference', {
                      high: nameOf(highest),
                      low: nameOf(lowest),
                      points: shareSpan.toFixed(1),
                      ranks: rankSpan,
                    })}
                  </div>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}

function coefficient(value: number | null): string {
  return value === null ? '–' : value.toFixed(2).replace('-', '−');
}
