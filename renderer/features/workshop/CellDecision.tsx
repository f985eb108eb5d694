import { Button, Checkbox, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { Consensus, WorkshopView } from '../../../core/contract/workshop.contract.ts';
import { figuresOf } from '../../../core/domain/workshop/ballot-outcomes.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { agreementText } from './agreement-text.ts';
import classes from './CellDecision.module.css';
import type { MapPlace } from './HeatMap.tsx';
import { decisionAbout, levelText, placeAt, type RoundResult } from './round-results.ts';
import { levelsAsked, scoreOfKey } from './score-pages.ts';
import { VoteDots } from './VoteDots.tsx';

interface CellDecisionProps {
  workshop: WorkshopView;
  view: HouseView;
  result: RoundResult;
  at: MapPlace;
  /** Grows each time the person opens a cell: the focus comes here then, and not before. */
  focusWanted: number;
  onDecided: () => void;
}

/** Who reached it: all, most, the one at the front. Left open has a button of its own. */
const reached = ['agreed', 'majority', 'facilitator'] as const satisfies readonly Consensus[];

/** One cell: how people voted, what is decided, why, and how it was reached. */
export function CellDecision(props: CellDecisionProps) {
  const { workshop, view, result, at, focusWanted, onDecided } = props;
  const { t } = useTranslation();
  const { round } = result;
  const place = placeAt(result, at);
  const before = place === null ? null : decisionAbout(workshop.decisions, place);
  const [value, setValue] = useState<number | null>(before?.after ?? null);
  const [consensus, setConsensus] = useState<(typeof reached)[number]>(
    reached.find((each) => each === before?.consensus) ?? 'agreed',
  );
  const [reason, setReason] = useState(before?.reason ?? '');
  const [showsNames, setShowsNames] = useState(false);
  const levelBox = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusWanted > 0) levelBox.current?.focus();
  }, [focusWanted]);
  const decide = useHostMutation('workshop.decide', { onSuccess: onDecided });
  const outcome = result.outcomes[at.row]?.[at.column];
  const figures = figuresOf(outcome);
  const [what, how] = [result.rows[at.row], result.columns[at.column]];
  if (place === null || what === undefined || how === undefined) return null;
  const isOver = workshop.status === 'closed';
  const text = (level: number) => levelText(level, round.subject, view);
  const submit = (after: number | null, reachedBy: Consensus) => {
    if (decide.isPending || isOver) return;
    decide.mutate({
      workshopId: workshop.id,
      roundId: round.id,
      ...place,
      after,
      reason: reason.trim(),
      consensus: reachedBy,
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (value !== null) submit(value, consensus);
      return;
    }
    const entered = scoreOfKey(event.key, view, round);
    if (entered === null) return;
    event.preventDefault();
    event.stopPropagation();
    setValue(entered);
  };
  return (
    <Panel title={t('workshop:decide.title')}>
      <Stack gap={8}>
        <div>
          <Text fw={600}>{what.name}</Text>
          <Text>× {how.name}</Text>
        </div>
        {figures === null ? (
          <Text size="sm" c="dimmed">
            {t('workshop:heat.unscored')}
          </Text>
        ) : (
          <>
            <VoteDots
              result={result}
              view={view}
              at={at}
              named={showsNames ? workshop.participants : null}
            />
            <Group justify="space-between" wrap="nowrap">
              <Text size="xs" c="dimmed">
                {t('workshop:decide.figures', {
                  proposed: text(figures.proposed),
                  lowest: text(figures.lowest),
                  highest: text(figures.highest),
                  agreement: agreementText(figures.agreement),
                })}
              </Text>
              <Checkbox
                size="xs"
                label={t('workshop:decide.names')}
                checked={showsNames}
                onChange={(event) => setShowsNames(event.currentTarget.checked)}
              />
            </Group>
          </>
        )}
        <div
          ref={levelBox}
          role="radiogroup"
          aria-label={t('workshop:decide.value')}
          tabIndex={0}
          className={classes.levels}
          onKeyDown={onKeyDown}
        >
          {levelsAsked(view, round).map((level) => (
            // biome-ignore lint/a11y/useSemanticElements: keys are the group's
            <button
              key={level}
              type="button"
              role="radio"
              aria-checked={value === level}
              aria-label={level === 0 ? t('workshop:entry.none') : `${text(level)} ${level}`}
              tabIndex={-1}
              className={classes.level}
              onClick={() => setValue(level)}
            >
              {text(level)}
            </button>
          ))}
          <Text size="xs" c="dimmed" ml="auto" className={classes.keys}>
            {t('workshop:decide.keys')}
          </Text>
        </div>
        <SegmentedControl
          fullWidth
          aria-label={t('workshop:decide.consensus')}
          data={reached.map((each) => ({ value: each, label: t(`workshop:consensus.${each}`) }))}
          value={consensus}
          onChange={(chosen) => setConsensus(reached.find((each) => each === chosen) ?? consensus)}
        />
        <Textarea
          aria-label={t('workshop:decide.reason')}
          placeholder={t('workshop:decide.reason')}
          autosize
          minRows={2}
          maxRows={4}
          maxLength={4000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            if (value !== null) submit(value, consensus);
          }}
        />
        <Group justify="flex-end" gap={8}>
          <Button
            variant="default"
            disabled={isOver}
            loading={decide.isPending}
            onClick={() => submit(null, 'open')}
          >
            {t('workshop:decide.leaveOpen')}
          </Button>
          <Button
            disabled={value === null || isOver}
            loading={decide.isPending}
            onClick={() => submit(value, consensus)}
          >
            {t('workshop:decide.keep')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
