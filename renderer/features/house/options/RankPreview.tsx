import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import classes from './Options.module.css';
import { rankChanges } from './rank-changes.ts';

/** More would push the buttons off the dialog. */
const changesShown = 8;

/** What a choice does to the ranks of the HOWs, before it is made. */
export function RankPreview({ before, after }: { before: HouseView; after: HouseView }) {
  const { t } = useTranslation();
  const changes = useMemo(() => rankChanges(before, after), [before, after]);
  return (
    <section className={classes.preview} aria-live="polite">
      <strong>
        {changes.length === 0
          ? t('house:options.sameRanks')
          : t('house:options.changedRanks', { count: changes.length })}
      </strong>
      {changes.length > 0 && (
        <ul>
          {changes.slice(0, changesShown).map((change) => (
            <li key={`${change.name} ${change.before}`}>
              <span>{change.name}</span>
              <span>{t('house:options.rankChange', { ...change })}</span>
            </li>
          ))}
          {changes.length > changesShown && (
            <li>{t('house:options.more', { count: changes.length - changesShown })}</li>
          )}
        </ul>
      )}
    </section>
  );
}
