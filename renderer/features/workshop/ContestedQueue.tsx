import { Text, UnstyledButton } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestedCell, DecisionRow } from '../../../core/contract/workshop.contract.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import classes from './DiscussStep.module.css';
import type { MapPlace } from './HeatMap.tsx';
import { decisionAbout, placeAt, type RoundResult } from './round-results.ts';

interface ContestedQueueProps {
  result: RoundResult;
  contested: readonly ContestedCell[];
  isPending: boolean;
  decisions: readonly DecisionRow[];
  current: MapPlace | null;
  onOpen: (place: MapPlace) => void;
}

/** Nobody discusses more in two hours. */
const shownCells = 150;

/** What to discuss, first what decides about the CSFs. */
export function ContestedQueue(props: ContestedQueueProps) {
  const { result, contested, isPending, decisions, current, onOpen } = props;
  const { t } = useTranslation();
  const open = contested.filter((cell) => {
    const place = placeAt(result, cell);
    return place !== null && decisionAbout(decisions, place) === null;
  }).length;
  return (
    <Panel
      fill
      flush
      title={t('workshop:queue.title')}
      actions={
        <Text size="xs" c="dimmed" role="status">
          {isPending
            ? t('workshop:queue.computing')
            : t('workshop:queue.left', { open, all: contested.length })}
        </Text>
      }
    >
      {contested.length === 0 && !isPending && (
        <Text size="sm" c="dimmed" p="md">
          {t('workshop:queue.empty')}
        </Text>
      )}
      <ol className={classes.queue} aria-label={t('workshop:queue.title')} onKeyDown={moveInQueue}>
        {contested.slice(0, shownCells).map((cell, index) => {
          const place = placeAt(result, cell);
          const what = result.rows[cell.row];
          const how = result.columns[cell.column];
          if (place === null || what === undefined || how === undefined) return null;
          const isCurrent = current?.row === cell.row && current.column === cell.column;
          const decision = decisionAbout(decisions, place);
          return (
            <li key={`${cell.row}:${cell.column}`}>
              <UnstyledButton
                className={classes.cell}
                aria-current={isCurrent || undefined}
                onClick={() => onOpen(cell)}
              >
                <span className={classes.rank}>{index + 1}</span>
                <span className={classes.cellText}>
                  <span className={classes.names}>
                    {what.name} × {how.name}
                  </span>
                  <span className={classes.effect}>
                    {decision === null ? (
                      <Effect cell={cell} />
                    ) : (
                      <span className={classes.decided}>
                        {t(`workshop:decided.${decision.consensus}`)}
                      </span>
                    )}
                  </span>
                </span>
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
      {contested.length > shownCells && (
        <Text size="xs" c="dimmed" p="xs">
          {t('workshop:queue.more', { count: contested.length - shownCells })}
        </Text>
      )}
    </Panel>
  );
}

/** What depends on a cell, in a line. */
function Effect({ cell }: { cell: ContestedCell }) {
  const { t } = useTranslation();
  const { topChanges, furthestMove, movedHows } = cell;
  if (movedHows === 0) return t('workshop:effect.none');
  const moved = t('workshop:effect.moved', { places: furthestMove, hows: movedHows });
  return topChanges > 0 ? `${t('workshop:effect.top', { count: topChanges })} · ${moved}` : moved;
}

function moveInQueue(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const next = buttons[buttons.findIndex((button) => button.matches(':focus')) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
