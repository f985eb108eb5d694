import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { ParticipantRow } from '../../../core/contract/judgement.contract.ts';
import { levelText, type RoundResult } from './round-results.ts';
import classes from './VoteDots.module.css';

interface VoteDotsProps {
  result: RoundResult;
  view: Pick<HouseView, 'scale'>;
  at: { row: number; column: number };
  /** Whose vote is whose; null while nobody asked. */
  named: readonly ParticipantRow[] | null;
}

/** The votes on a cell, a dot each, strongest level first. */
export function VoteDots({ result, view, at, named }: VoteDotsProps) {
  const { t } = useTranslation();
  const votes = result.ballots.flatMap(({ participantId, scores }) => {
    const value = scores[at.row]?.[at.column] ?? null;
    return value === null ? [] : [{ participantId, value }];
  });
  return (
    <dl className={classes.levels}>
      {result.levels.toReversed().map((level) => {
        const own = votes.filter(({ value }) => value === level);
        const names = own
          .map(({ participantId }) => named?.find(({ id }) => id === participantId)?.name)
          .filter((name) => name !== undefined)
          .join(', ');
        return (
          <div key={level} className={classes.level}>
            <dt className={classes.sign}>
              {levelText(level, result.round.subject, view)}
              {result.round.subject === 'relations' && level > 0 && (
                <span className={classes.value}>{level}</span>
              )}
            </dt>
            <dd className={classes.votes}>
              <span aria-hidden className={classes.dots}>
                {own.map(({ participantId }) => (
                  <span key={participantId} className={classes.dot} />
                ))}
              </span>
              <span className={classes.count}>
                {named === null || names === ''
                  ? t('workshop:dots.votes', { count: own.length })
                  : names}
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
