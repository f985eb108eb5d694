import { ActionIcon, Button, Group, Loader, Tabs, Text, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconPlayerPlay } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { WorkshopView } from '../../../core/contract/workshop.contract.ts';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import { host } from '../../shared/host/host-client.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { useWorkspacePreference } from '../../shared/host/preferences.ts';
import { notifyError } from '../../shared/ui/notify.ts';
import { AgendaPane } from './AgendaPane.tsx';
import { CsfStep } from './CsfStep.tsx';
import { DiscussStep } from './DiscussStep.tsx';
import { MinutesStep } from './MinutesStep.tsx';
import { ProjectorBar } from './ProjectorBar.tsx';
import { type ProjectorSlide, useProjector } from './projector-state.ts';
import { ScoreStep } from './ScoreStep.tsx';
import { SetupStep } from './SetupStep.tsx';
import { StatusBadge } from './WorkshopList.tsx';
import classes from './WorkshopRoom.module.css';

const steps = ['setup', 'score', 'discuss', 'csf', 'minutes'] as const;
export type WorkshopStep = (typeof steps)[number];

/** What the room sees while the facilitator is at a step; in the first, until the clock runs, the welcome. */
const slideOfStep: Record<WorkshopStep, ProjectorSlide> = {
  setup: 'welcome',
  score: 'vote',
  discuss: 'heat',
  csf: 'ranking',
  minutes: 'ranking',
};

interface WorkshopRoomProps {
  workshopId: number;
  onLeave: () => void;
}

/** The facilitator's desk: the agenda at the left, the step one is at beside it. */
export function WorkshopRoom({ workshopId, onLeave }: WorkshopRoomProps) {
  const { t } = useTranslation();
  const { data: workshop } = useHostQuery('workshop.get', { id: workshopId });
  const { data: view } = useHostQuery(
    'house.get',
    { id: workshop?.houseId ?? 0 },
    { enabled: workshop !== undefined },
  );
  if (workshop?.id !== workshopId || view?.id !== workshop.houseId) {
    return <Loader size="sm" m="auto" aria-label={t('app:loading')} />;
  }
  return <Desk workshop={workshop} view={view} onLeave={onLeave} />;
}

/** The room is full: the workshop runs, and so does the first item of its agenda. */
function StartButton({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation();
  const start = async () => {
    await host.call('workshop.update', { id: workshop.id, status: 'running' });
    const first = workshop.agenda[0];
    if (first !== undefined && workshop.agendaEvents.length === 0) {
      await host.call('workshop.runAgendaItem', { id: first.id, act: 'start' });
    }
  };
  return (
    <Button
      size="compact-xs"
      leftSection={<IconPlayerPlay size={13} />}
      onClick={() => void start().catch(notifyError)}
    >
      {t('workshop:setup.start')}
    </Button>
  );
}

/** What is over takes no more scores and decisions: the buttons for them are out of use until it goes on. */
function OverNotice({ workshopId }: { workshopId: number }) {
  const { t } = useTranslation();
  const update = useHostMutation('workshop.update');
  return (
    <>
      <Text size="xs" c="dimmed" className={classes.over}>
        {t('workshop:overHint')}
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        loading={update.isPending}
        onClick={() => update.mutate({ id: workshopId, status: 'running' })}
      >
        {t('workshop:minutes.reopen')}
      </Button>
    </>
  );
}

interface DeskProps {
  workshop: WorkshopView;
  view: HouseView;
  onLeave: () => void;
}

function Desk({ workshop, view, onLeave }: DeskProps) {
  const { t } = useTranslation();
  const [kept, keepStep] = useWorkspacePreference<string>(`workshop.step.${workshop.id}`, 'setup');
  const step = steps.find((each) => each === kept) ?? 'setup';
  const [projector, show] = useProjector(workshop.id);
  const goTo = useCallback((next: WorkshopStep) => keepStep(next), [keepStep]);
  const { follows } = projector;
  const hasBegun = workshop.agendaEvents.length > 0;
  const slide = step === 'setup' && hasBegun ? 'agenda' : slideOfStep[step];
  // The slide is left alone while one stays at a step: the facilitator may have chosen another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only going to a step changes the slide, or the start
  useEffect(() => {
    if (follows) show({ slide });
  }, [step, slide, follows]);
  useCommands(
    useMemo<Command[]>(
      () =>
        steps.map((each, index) => ({
          id: `workshop.step.${each}`,
          label: t('workshop:step.go', { step: t(`workshop:step.${each}`) }),
          group: t('app:groups.room'),
          shortcut: `shift+${index + 1}`,
          run: () => goTo(each),
        })),
      [t, goTo],
    ),
  );
  return (
    <div className={classes.desk}>
      <header className={classes.head}>
        <Group gap={8} wrap="nowrap">
          <Tooltip label={t('workshop:list.back')}>
            <ActionIcon aria-label={t('workshop:list.back')} onClick={onLeave}>
              <IconArrowLeft size={16} />
            </ActionIcon>
          </Tooltip>
          <h2 className={classes.name}>{workshop.name}</h2>
          <StatusBadge status={workshop.status} />
          {workshop.status === 'planned' && <StartButton workshop={workshop} />}
          {workshop.status === 'closed' && <OverNotice workshopId={workshop.id} />}
        </Group>
        <ProjectorBar workshopId={workshop.id} projector={projector} onShow={show} />
      </header>
      <AgendaPane workshop={workshop} />
      <Tabs
        className={classes.tabs}
        value={step}
        onChange={(value) => goTo(steps.find((each) => each === value) ?? step)}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('workshop:step.label')}>
          {steps.map((each, index) => (
            <Tabs.Tab key={each} value={each}>
              {index + 1}. {t(`workshop:step.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="setup" className={classes.panel}>
          <SetupStep workshop={workshop} />
        </Tabs.Panel>
        <Tabs.Panel value="score" className={classes.panel}>
          <ScoreStep workshop={workshop} view={view} onResults={() => goTo('discuss')} />
        </Tabs.Panel>
        <Tabs.Panel value="discuss" className={classes.panel}>
          <DiscussStep
            workshop={workshop}
            view={view}
            projector={projector}
            onShow={show}
            onScore={() => goTo('score')}
          />
        </Tabs.Panel>
        <Tabs.Panel value="csf" className={classes.panel}>
          <CsfStep workshop={workshop} view={view} />
        </Tabs.Panel>
        <Tabs.Panel value="minutes" className={classes.panel}>
          <MinutesStep workshop={workshop} view={view} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
