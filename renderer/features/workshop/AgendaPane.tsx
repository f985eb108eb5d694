import { ActionIcon, Text, Tooltip } from '@mantine/core';
import {
  IconCheck,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaEvent, WorkshopView } from '../../../core/contract/workshop.contract.ts';
import type { AgendaItemState, AgendaState } from '../../../core/domain/workshop/agenda-timer.ts';
import { agendaSlots } from '../../../core/domain/workshop/agenda-timer.ts';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import { host } from '../../shared/host/host-client.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { notifyError } from '../../shared/ui/notify.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import classes from './AgendaPane.module.css';
import {
  clockOf,
  currentItemId,
  durationText,
  isAllOver,
  isOver,
  nextItemId,
  timeOfDay,
} from './agenda-clock.ts';
import { useNow } from './use-now.ts';

type Act = AgendaEvent['act'];

/** The agenda with its clock: what runs, what is left of it, and when all will be over. */
export function AgendaPane({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation();
  const now = useNow();
  const run = useHostMutation('workshop.runAgendaItem');
  useAgendaCommands(workshop);
  const { agenda } = workshop;
  const clock = clockOf(workshop, now);
  const current = currentItemId(clock);
  const slots = agendaSlots(clock);
  const isClosed = workshop.status === 'closed';
  const state = clock.items.find(({ id }) => id === current);
  return (
    <Panel title={t('workshop:agenda.title')} fill flush>
      {state !== undefined && !isClosed && (
        <div className={classes.now} data-over={state.overrun > 0 || undefined}>
          <span className={classes.countdown} role="timer" aria-live="off">
            {state.overrun > 0 && '+'}
            {durationText(state.overrun > 0 ? state.overrun : state.remaining)}
          </span>
          <span>{t(state.overrun > 0 ? 'workshop:agenda.over' : 'workshop:agenda.left')}</span>
        </div>
      )}
      <ol className={classes.items}>
        {agenda.map(({ id, name, minutes }, index) => {
          const item = clock.items[index];
          const slot = slots[index];
          if (item === undefined || slot === undefined) return null;
          return (
            <li
              key={id}
              className={classes.item}
              aria-current={id === current && !isClosed ? 'step' : undefined}
            >
              <span className={classes.text}>
                <span className={classes.itemName} data-over={isOver(item) || undefined}>
                  {name}
                </span>
                <Text span size="xs" c="dimmed">
                  {slot !== null && `${timeOfDay(slot.from)}~${timeOfDay(slot.to)} · `}
                  {isOver(item) && item.spent > 0 && `${durationText(item.spent)} / `}
                  {t('workshop:agenda.minutes', { minutes })}
                  {` · ${t(`workshop:agenda.${item.status}`)}`}
                </Text>
              </span>
              {!isClosed && (
                <ItemActs name={name} item={item} onAct={(act) => run.mutate({ id, act })} />
              )}
            </li>
          );
        })}
      </ol>
      <p className={classes.end} role="status">
        {endText(workshop, clock, t)}
      </p>
    </Panel>
  );
}

function endText(workshop: WorkshopView, clock: AgendaState, t: TFunction): string {
  if (workshop.agenda.length === 0) return t('workshop:agenda.empty');
  const over = isAllOver(clock);
  // Nothing is expected any more of items that were left when the workshop was closed.
  if (!over && workshop.status === 'closed') return t('workshop:status.closed');
  const time = timeOfDay(clock.projectedEnd);
  const end = t(over ? 'workshop:agenda.ended' : 'workshop:agenda.end', { time });
  return clock.startedAt === null ? end : `${end} · ${delayText(clock.delay, t)}`;
}

function delayText(delay: number, t: TFunction): string {
  const minutes = Math.round(delay / 60_000);
  if (minutes === 0) return t('workshop:agenda.onTime');
  return minutes > 0
    ? t('workshop:agenda.late', { minutes })
    : t('workshop:agenda.early', { minutes: -minutes });
}

interface ItemActsProps {
  name: string;
  item: AgendaItemState;
  onAct: (act: Act) => void;
}

function ItemActs({ name, item, onAct }: ItemActsProps) {
  const { t } = useTranslation();
  const isRunning = item.status === 'running';
  const acts: [Act, string, typeof IconCheck][] = isOver(item)
    ? [['start', 'again', IconPlayerPlay]]
    : [
        isRunning ? ['pause', 'pause', IconPlayerPause] : ['start', 'start', IconPlayerPlay],
        item.startedAt === null
          ? ['finish', 'skip', IconPlayerSkipForward]
          : ['finish', 'finish', IconCheck],
      ];
  return (
    <span className={classes.acts}>
      {acts.map(([act, word, Icon]) => (
        <Tooltip key={act} label={t(`workshop:agenda.act.${word}`)}>
          <ActionIcon
            size="sm"
            aria-label={`${t(`workshop:agenda.act.${word}`)}: ${name}`}
            onClick={() => onAct(act)}
          >
            <Icon size={14} />
          </ActionIcon>
        </Tooltip>
      ))}
    </span>
  );
}

/** One key takes the room on, another stops the clock and lets it go on. */
function useAgendaCommands(workshop: WorkshopView): void {
  const { t } = useTranslation();
  const commands = useMemo<Command[]>(() => {
    const act = (input: { id: number; act: Act }) => host.call('workshop.runAgendaItem', input);
    const goOn = async () => {
      const clock = clockOf(workshop, Date.now());
      const current = clock.runningId;
      const next = nextItemId(clock, current ?? null);
      if (current !== null) await act({ id: current, act: 'finish' });
      if (next !== null) await act({ id: next, act: 'start' });
    };
    const pauseOrResume = () => {
      const clock = clockOf(workshop, Date.now());
      const id = currentItemId(clock);
      if (id === null) return;
      act({ id, act: clock.runningId === null ? 'start' : 'pause' }).catch(notifyError);
    };
    const group = t('app:groups.room');
    if (workshop.status === 'closed') return [];
    return [
      {
        id: 'workshop.next',
        label: t('workshop:agenda.next'),
        group,
        shortcut: 'shift+N',
        run: () => void goOn().catch(notifyError),
      },
      {
        id: 'workshop.pause',
        label: t('workshop:agenda.pauseOrResume'),
        group,
        shortcut: 'shift+P',
        run: pauseOrResume,
      },
    ];
  }, [t, workshop]);
  useCommands(commands);
}
