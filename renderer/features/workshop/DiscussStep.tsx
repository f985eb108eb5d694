import { Button, Loader, Select, Text } from '@mantine/core';
import { IconChecks, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { WorkshopView } from '../../../core/contract/workshop.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { notifyDone } from '../../shared/ui/notify.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { AskFirst } from './AskFirst.tsx';
import { CellDecision } from './CellDecision.tsx';
import { ContestedQueue } from './ContestedQueue.tsx';
import classes from './DiscussStep.module.css';
import { HeatMap, type MapPlace } from './HeatMap.tsx';
import type { ProjectorState } from './projector-state.ts';
import { RoundChanges } from './RoundChanges.tsx';
import {
  acceptanceOf,
  cellsToScoreAgain,
  decisionAbout,
  levelText,
  placeAt,
  type RoundResult,
} from './round-results.ts';
import { TopKInput } from './TopKInput.tsx';
import { useDiscussion } from './use-discussion.ts';
import { useRoundResult } from './use-round-result.ts';

interface DiscussStepProps {
  workshop: WorkshopView;
  view: HouseView;
  projector: ProjectorState;
  onShow: (patch: Partial<ProjectorState>) => void;
  /** To the step where a round is open. */
  onScore: () => void;
}

/** Where people differ, in the order of what depends on it: agreed cells go in at once, the others are discussed. */
export function DiscussStep(props: DiscussStepProps) {
  const { t } = useTranslation();
  const { workshop, view, onShow, onScore } = props;
  const closed = workshop.rounds.filter(({ closedAt }) => closedAt !== null);
  const [chosenId, setChosenId] = useState<number | null>(null);
  const round = closed.find(({ id }) => id === chosenId) ?? closed.at(-1) ?? null;
  const { result, error } = useRoundResult(round, view);
  const roundId = round?.id ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the round alone tells what the room sees
  useEffect(() => onShow({ roundId, whatId: null, howId: null }), [roundId]);
  if (round === null) {
    const isOpen = workshop.rounds.length > 0;
    return (
      <EmptyState
        title={t('workshop:discuss.empty')}
        hint={t(isOpen ? 'workshop:discuss.stillOpen' : 'workshop:discuss.emptyHint')}
        actions={<Button onClick={onScore}>{t('workshop:discuss.goScore')}</Button>}
      />
    );
  }
  if (error !== null) return <Text c="red">{t('workshop:discuss.unreadable')}</Text>;
  if (result === null) return <Loader size="sm" m="auto" aria-label={t('app:loading')} />;
  return (
    <Results
      key={result.round.id}
      {...props}
      result={result}
      roundSelect={
        <Select
          w={190}
          aria-label={t('workshop:discuss.round')}
          allowDeselect={false}
          data={closed.map(({ id, number, subject }) => ({
            value: String(id),
            label: t('workshop:round.name', { number, subject: t(`workshop:subject.${subject}`) }),
          }))}
          value={String(round.id)}
          onChange={(value) => value !== null && setChosenId(Number(value))}
        />
      }
    />
  );
}

interface ResultsProps extends DiscussStepProps {
  result: RoundResult;
  roundSelect: ReactNode;
}

function Results(props: ResultsProps) {
  const { workshop, view, projector, onShow, onScore, result, roundSelect } = props;
  const { t } = useTranslation();
  const { contested, isPending } = useDiscussion(result);
  const [chosen, setChosen] = useState<MapPlace | null>(null);
  const [focusWanted, setFocusWanted] = useState(0);
  const decisions = workshop.decisions;
  const firstOpen = useMemo(
    () =>
      contested.find((cell) => {
        const place = placeAt(result, cell);
        return place !== null && decisionAbout(decisions, place) === null;
      }),
    [contested, decisions, result],
  );
  const current = chosen ?? firstOpen ?? contested[0] ?? null;
  const place = current === null ? null : placeAt(result, current);
  const open = (next: MapPlace) => {
    setChosen({ row: next.row, column: next.column });
    setFocusWanted((count) => count + 1);
    const shown = placeAt(result, next);
    if (shown !== null && projector.follows) {
      onShow({ slide: 'cell', roundId: result.round.id, ...shown });
    }
  };
  /** The next one that nobody has decided about, or none. */
  const goOn = () => {
    const rest = contested.filter((cell) => {
      const at = placeAt(result, cell);
      const isCurrent = cell.row === current?.row && cell.column === current.column;
      return at !== null && !isCurrent && decisionAbout(decisions, at) === null;
    });
    const at = contested.findIndex(
      (cell) => cell.row === current?.row && cell.column === current.column,
    );
    const later = rest.find((cell) => contested.indexOf(cell) > at) ?? rest[0];
    if (later !== undefined) open(later);
  };
  return (
    <>
      <Summary
        workshop={workshop}
        view={view}
        result={result}
        roundSelect={roundSelect}
        onScore={onScore}
      />
      <RoundChanges workshop={workshop} view={view} result={result} />
      <div className={classes.columns}>
        <Panel title={t('workshop:heat.title')} fill flush>
          <HeatMap
            result={result}
            view={view}
            decisions={decisions}
            current={current}
            onMove={setChosen}
            onOpen={open}
          />
        </Panel>
        <div className={classes.side}>
          <ContestedQueue
            result={result}
            contested={contested}
            isPending={isPending}
            decisions={decisions}
            current={current}
            onOpen={open}
          />
          {place !== null && current !== null && (
            <CellDecision
              key={`${place.whatId}:${place.howId}`}
              workshop={workshop}
              view={view}
              result={result}
              at={current}
              focusWanted={focusWanted}
              onDecided={goOn}
            />
          )}
        </div>
      </div>
    </>
  );
}

interface SummaryProps {
  workshop: WorkshopView;
  view: HouseView;
  result: RoundResult;
  roundSelect: ReactNode;
  onScore: () => void;
}

function Summary({ workshop, view, result, roundSelect, onScore }: SummaryProps) {
  const { t } = useTranslation();
  const { counts, concordance, round } = result;
  const { values, overruled } = useMemo(
    () => acceptanceOf(result, workshop.decisions),
    [result, workshop.decisions],
  );
  const { open, decided } = useMemo(
    () => cellsToScoreAgain(result, workshop.decisions),
    [result, workshop.decisions],
  );
  const [asks, setAsks] = useState(false);
  const accept = useHostMutation('workshop.acceptAgreed', {
    onSuccess: ({ cells }) => notifyDone(t('workshop:discuss.accepted', { count: cells })),
  });
  const acceptAll = () =>
    accept.mutate({
      roundId: round.id,
      reason: overruled.length === 0 ? '' : t('workshop:discuss.revoted', { number: round.number }),
    });
  const again = useHostMutation('workshop.openRound', {
    onSuccess: () => {
      if (decided > 0) notifyDone(t('workshop:discuss.leftOut', { count: decided }));
      onScore();
    },
  });
  const secondRound = () => {
    again.mutate({
      workshopId: workshop.id,
      subject: round.subject,
      ...(round.subject === 'relations'
        ? {
            cells: open.flatMap(({ whatId, howId }) => (howId === null ? [] : [{ whatId, howId }])),
          }
        : { whatIds: open.map(({ whatId }) => whatId) }),
    });
  };
  const namesOf = ({ whatId, howId }: (typeof overruled)[number]) => {
    const what = view.whats.find((each) => each.whatId === whatId)?.name ?? '–';
    const how = view.hows.find((each) => each.howId === howId)?.name;
    return `${what} × ${how ?? t('workshop:subject.importance')}`;
  };
  const text = (value: number) => levelText(value, round.subject, view);
  const isOpen = workshop.rounds.some(({ closedAt }) => closedAt === null);
  const isOver = workshop.status === 'closed';
  return (
    <div className={classes.summary}>
      {roundSelect}
      <span role="status" className={classes.counts}>
        <b>{t('workshop:discuss.agreed', { count: counts.agreed })}</b>
        <b className={classes.contested}>
          {t('workshop:discuss.contested', { count: counts.contested })}
        </b>
        {result.unclear > 0 && <span>{t('workshop:discuss.few', { count: result.unclear })}</span>}
        {concordance.w !== null && (
          <span
            title={t('workshop:discuss.wHint', {
              raters: concordance.raters,
              voters: concordance.voters,
              items: concordance.items,
            })}
          >
            {t('workshop:discuss.w', {
              w: concordance.w.toFixed(2),
              raters: concordance.raters,
              voters: concordance.voters,
              items: concordance.items,
            })}
          </span>
        )}
      </span>
      <span className={classes.acts}>
        <TopKInput />
        <Button
          variant="default"
          leftSection={<IconRefresh size={14} />}
          disabled={open.length === 0 || isOpen || isOver}
          title={decided === 0 ? undefined : t('workshop:discuss.leavesOut', { count: decided })}
          loading={again.isPending}
          onClick={secondRound}
        >
          {t('workshop:discuss.again', { count: open.length })}
        </Button>
        <Button
          leftSection={<IconChecks size={14} />}
          disabled={values.length === 0 || isOver}
          loading={accept.isPending}
          onClick={() => (overruled.length === 0 ? acceptAll() : setAsks(true))}
        >
          {t('workshop:discuss.accept', { count: values.length })}
        </Button>
      </span>
      {asks && (
        <AskFirst
          title={t('workshop:discuss.overrules', { count: overruled.length })}
          explained={t('workshop:discuss.overrulesHint', { number: round.number })}
          names={overruled.map((each) =>
            t('workshop:discuss.overruled', {
              cell: namesOf(each),
              before: text(each.decided),
              after: text(each.value),
            }),
          )}
          confirm={t('workshop:discuss.accept', { count: values.length })}
          onConfirm={acceptAll}
          onClose={() => setAsks(false)}
        />
      )}
    </div>
  );
}
