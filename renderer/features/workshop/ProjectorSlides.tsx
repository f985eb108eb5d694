import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { WorkshopView } from '../../../core/contract/workshop.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { clockOf, currentItemId, durationText, isAllOver, timeOfDay } from './agenda-clock.ts';
import classes from './ProjectorPage.module.css';
import { useTopK } from './use-discussion.ts';
import { useNow } from './use-now.ts';
import { useRanking } from './use-ranking.ts';

interface SlideProps {
  workshop: WorkshopView;
  view: HouseView;
}

/** Until all sit: what this is for. */
export function WelcomeSlide({ workshop, view }: SlideProps) {
  const { t } = useTranslation();
  const { name, goal, facilitator, heldOn, place, attending } = workshop;
  const facts = [heldOn, place, facilitator].filter((fact) => fact !== '');
  return (
    <div className={classes.middle}>
      <h1 className={classes.title}>{name}</h1>
      {goal !== '' && <p className={classes.lead}>{goal}</p>}
      <p className={classes.facts}>{facts.join(' · ')}</p>
      <p className={classes.facts}>
        {t('workshop:projector.size', {
          house: view.name,
          whats: view.whats.length,
          hows: view.hows.length,
          people: attending.length,
        })}
      </p>
    </div>
  );
}

/** All of the agenda, with the clock of what runs. */
export function AgendaSlide({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation();
  const clock = clockOf(workshop, useNow());
  const isClosed = workshop.status === 'closed';
  const current = isClosed ? null : currentItemId(clock);
  const now = clock.items.find(({ id }) => id === current);
  return (
    <div className={classes.agenda}>
      <h1 className={classes.heading}>{t('workshop:agenda.title')}</h1>
      <ol
        className={classes.items}
        style={{ fontSize: workshop.agenda.length > 10 ? '2.4vh' : '3.6vh' }}
      >
        {workshop.agenda.map(({ id, name, minutes }, index) => {
          const status = clock.items[index]?.status ?? 'waiting';
          return (
            <li key={id} data-status={status} aria-current={id === current ? 'step' : undefined}>
              <span>{name}</span>
              <span className={classes.minutes}>
                {t('workshop:projector.minutes', { count: minutes })}
              </span>
            </li>
          );
        })}
      </ol>
      <div className={classes.clock}>
        {now !== undefined && (
          <span className={classes.countdown} role="timer" data-over={now.overrun > 0 || undefined}>
            {now.overrun > 0 && '+'}
            {durationText(now.overrun > 0 ? now.overrun : now.remaining)}
          </span>
        )}
        <span className={classes.facts}>
          {isClosed && !isAllOver(clock)
            ? t('workshop:status.closed')
            : t(isAllOver(clock) ? 'workshop:agenda.ended' : 'workshop:agenda.end', {
                time: timeOfDay(clock.projectedEnd),
              })}
        </span>
      </div>
    </div>
  );
}

/** The HOWs that lead, those the room has agreed on marked. */
export function RankingSlide({ workshop, view }: SlideProps) {
  const { t, i18n } = useTranslation();
  const [topK] = useTopK();
  const ranking = useRanking(view);
  const { data: csfs = [] } = useHostQuery('csf.list', {});
  const agreed = new Set(
    csfs.filter(({ status }) => status === 'agreed').map(({ howId }) => howId),
  );
  const leading = Math.min(10, Math.max(topK, 5));
  // What was agreed on is shown wherever it ranks.
  const shown = ranking
    .filter(({ howId }, place) => place < leading || agreed.has(howId))
    .slice(0, 10);
  const heaviest = ranking[0]?.share ?? 0;
  const percent = new Intl.NumberFormat(i18n.language, {
    style: 'percent',
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
  });
  return (
    <div className={classes.ranking}>
      <h1 className={classes.heading}>
        {t(agreed.size > 0 ? 'workshop:projector.csfs' : 'workshop:projector.ranks')}
      </h1>
      <ol className={classes.ranks}>
        {shown.map(({ howId, rank, name, share }) => (
          <li key={howId} data-agreed={agreed.has(howId) || undefined}>
            <span className={classes.rank}>{rank}</span>
            <span className={classes.rankName}>
              {name}
              <span
                className={classes.bar}
                style={{ width: `${heaviest === 0 ? 0 : ((share ?? 0) / heaviest) * 100}%` }}
              />
            </span>
            <span className={classes.share}>{percent.format(share ?? 0)}</span>
            <span className={classes.mark}>
              {agreed.has(howId) ? t('workshop:projector.agreedMark') : ''}
            </span>
          </li>
        ))}
      </ol>
      {workshop.conclusion !== '' && <p className={classes.facts}>{workshop.conclusion}</p>}
    </div>
  );
}
