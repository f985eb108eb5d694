import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { WorkshopView } from '../../../core/contract/workshop.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import mapClasses from './HeatMap.module.css';
import { figureText, toneOf } from './HeatMap.tsx';
import { JoinQrCode } from './JoinQrCode.tsx';
import classes from './ProjectorPage.module.css';
import type { ProjectorState } from './projector-state.ts';
import { decisionAbout, levelText, type RoundResult } from './round-results.ts';
import { useRoundResult } from './use-round-result.ts';
import { VoteDots } from './VoteDots.tsx';

/** How to join and how far all are; never what anybody scored. */
export function VoteSlide({ workshop }: { workshop: WorkshopView }) {
  const { t, i18n } = useTranslation();
  const { data: status } = useHostQuery('voting.status', {});
  const voting = status?.open?.workshopId === workshop.id ? status.open : null;
  const address = voting?.urls[0];
  const round = workshop.rounds.find(({ closedAt }) => closedAt === null);
  const scored = round?.progress.reduce((sum, each) => sum + each.scored, 0) ?? 0;
  const cells = round?.progress.reduce((sum, each) => sum + each.cells, 0) ?? 0;
  const done = round?.progress.filter((each) => each.scored === each.cells).length ?? 0;
  const share = cells === 0 ? 0 : scored / cells;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  return (
    <div className={classes.middle}>
      {round === undefined ? (
        <p className={classes.lead}>{t('workshop:projector.noRound')}</p>
      ) : (
        <>
          <h1 className={classes.heading}>
            {t('workshop:round.name', {
              number: round.number,
              subject: t(`workshop:subject.${round.subject}`),
            })}
          </h1>
          <span className={classes.huge}>{percent.format(share)}</span>
          <span className={classes.track} aria-hidden>
            <span style={{ width: `${share * 100}%` }} />
          </span>
          <p className={classes.lead}>
            {t('workshop:projector.done', { done, people: round.progress.length })}
          </p>
        </>
      )}
      {voting !== null && (
        <div className={classes.join}>
          {address !== undefined && (
            <span className={classes.qrCode}>
              <JoinQrCode address={address} joinCode={voting.joinCode} />
            </span>
          )}
          <span>
            {t('workshop:voting.address')}
            <b>{address ?? t('workshop:voting.noAddress')}</b>
          </span>
          <span>
            {t('workshop:voting.code')}
            <b className={classes.joinCode}>{voting.joinCode}</b>
          </span>
        </div>
      )}
    </div>
  );
}

interface ResultSlideProps {
  workshop: WorkshopView;
  view: HouseView;
  state: ProjectorState;
}

function useShownResult({ workshop, view, state }: ResultSlideProps): RoundResult | null {
  const closed = workshop.rounds.filter(({ closedAt }) => closedAt !== null);
  const round = closed.find(({ id }) => id === state.roundId) ?? closed.at(-1) ?? null;
  return useRoundResult(round, view).result;
}

/** More than that are not read from the last seat: then those that people differ on most. */
const mostRows = 16;
const mostColumns = 24;

/** Where people differ, all of the house at a glance. */
export function HeatSlide(props: ResultSlideProps) {
  const { t } = useTranslation();
  const result = useShownResult(props);
  if (result === null) return <p className={classes.lead}>{t('workshop:projector.noResult')}</p>;
  const { rows, columns, outcomes, counts } = result;
  const isContested = (row: number, column: number) =>
    outcomes[row]?.[column]?.status === 'contested';
  const shownRows = mostContested(rows.length, mostRows, (row) =>
    columns.map((_, column) => isContested(row, column)),
  );
  const shownColumns = mostContested(columns.length, mostColumns, (column) =>
    rows.map((_, row) => isContested(row, column)),
  );
  const text = (value: number) => levelText(value, result.round.subject, props.view);
  return (
    <div className={classes.heat}>
      <h1 className={classes.heading}>
        {t('workshop:discuss.agreed', { count: counts.agreed })} ·{' '}
        <span className={classes.contested}>
          {t('workshop:discuss.contested', { count: counts.contested })}
        </span>
      </h1>
      <div
        className={classes.map}
        data-few={shownColumns.length <= 3 || undefined}
        data-many={shownColumns.length > 16 || undefined}
        role="img"
        aria-label={t('workshop:heat.title')}
        style={{
          gridTemplateColumns: `minmax(0, 30%) repeat(${shownColumns.length}, minmax(0, 1fr))`,
          gridTemplateRows: `auto repeat(${shownRows.length}, minmax(0, 1fr))`,
        }}
      >
        <span />
        {shownColumns.map((column) => (
          <span key={column} className={classes.mapHow}>
            <span>{columns[column]?.name}</span>
          </span>
        ))}
        {shownRows.map((row) => [
          <span key={row} className={classes.mapWhat}>
            {rows[row]?.number} {rows[row]?.name}
          </span>,
          ...shownColumns.map((column) => (
            <span
              key={`${row}:${column}`}
              className={`${mapClasses.swatch} ${classes.mapCell}`}
              data-tone={toneOf(outcomes[row]?.[column])}
            >
              {figureText(outcomes[row]?.[column], 'median', text)}
            </span>
          )),
        ])}
      </div>
      <p className={classes.facts}>
        {t('workshop:projector.heatLegend')}
        {shownRows.length < rows.length &&
          ` · ${t('workshop:projector.heatCut', { shown: shownRows.length, all: rows.length })}`}
        {shownColumns.length < columns.length &&
          ` · ${t('workshop:projector.heatCutHows', {
            shown: shownColumns.length,
            all: columns.length,
          })}`}
      </p>
    </div>
  );
}

/** Places of the `most` lines with the most contested cells, in the order of the house. */
function mostContested(
  length: number,
  most: number,
  contestedIn: (place: number) => boolean[],
): number[] {
  const counts = Array.from({ length }, (_, place) => contestedIn(place).filter(Boolean).length);
  const leading = [...counts.keys()].toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  return leading.slice(0, most).toSorted((a, b) => a - b);
}

/** One contested cell: how the votes lie, and what was decided. Names are never shown here. */
export function CellSlide(props: ResultSlideProps) {
  const { t } = useTranslation();
  const { workshop, view, state } = props;
  const result = useShownResult(props);
  const row = result?.rows.findIndex(({ id }) => id === state.whatId) ?? -1;
  const column = result?.columns.findIndex(({ id }) => id === state.howId) ?? -1;
  const [what, how] = [result?.rows[row], result?.columns[column]];
  if (result === null || what === undefined || how === undefined) {
    return <p className={classes.lead}>{t('workshop:projector.noCell')}</p>;
  }
  const decision = decisionAbout(workshop.decisions, { whatId: what.id, howId: how.id });
  return (
    <div className={classes.cellSlide}>
      <h1 className={classes.cellTitle}>
        <span>{what.name}</span>
        <span className={classes.times}>×</span>
        <span>{how.name}</span>
      </h1>
      <div className={classes.dots}>
        <VoteDots result={result} view={view} at={{ row, column }} named={null} />
      </div>
      {decision !== null && (
        <p className={classes.decision}>
          {decision.after === null
            ? t('workshop:decided.open')
            : t('workshop:projector.decided', {
                value: levelText(decision.after, result.round.subject, view),
                consensus: t(`workshop:consensus.${decision.consensus}`),
              })}
          {decision.reason !== '' && <span className={classes.reason}>{decision.reason}</span>}
        </p>
      )}
    </div>
  );
}
