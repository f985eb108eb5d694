import { ActionIcon, SegmentedControl, Tooltip, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarCog, IconReportAnalytics } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type QueueView, queueViews } from '../../../core/contract/handling.contract.ts';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { queueFilter } from '../../../core/domain/voc/queue-views.ts';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { DueRulesDialog } from './handling/DueRulesDialog.tsx';
import { HandlingSummaryDialog } from './handling/HandlingSummaryDialog.tsx';
import { useMyName } from './handling/use-my-name.tsx';
import classes from './QueueBar.module.css';

interface QueueBarProps {
  filter: VocFilter;
  onChange: (filter: VocFilter) => void;
}

/** The lists of work that everybody knows by name, with how many VOC wait in each. */
export function QueueBar({ filter, onChange }: QueueBarProps) {
  const { t } = useTranslation();
  const me = useMyName();
  const [wantsMine, setWantsMine] = usePreference<boolean>('voc.queueMineOnly', false);
  const mineOnly = wantsMine && me.told !== null;
  const { data: queue } = useHostQuery('handling.queue', { me: me.told, mineOnly });
  const [rulesOpened, rules] = useDisclosure(false);
  const [summaryOpened, summary] = useDisclosure(false);
  useQueueCommands(rules.open, summary.open, me.ask);

  const current = filterKey(filter);
  const countOf = (view: QueueView) => queue?.views.find((known) => known.view === view)?.count;
  const choose = (view: QueueView, name: string | null) => {
    const wanted = queueFilter(view, name, mineOnly);
    if (wanted !== null) onChange(filterKey(wanted) === current ? {} : wanted);
  };
  return (
    <nav className={classes.bar} aria-label={t('handling:views.label')}>
      <SegmentedControl
        size="xs"
        aria-label={t('handling:views.scope')}
        value={mineOnly ? 'me' : 'everyone'}
        data={[
          { value: 'everyone', label: t('handling:views.everyone') },
          { value: 'me', label: t('handling:views.mineOnly') },
        ]}
        onChange={(scope) => {
          if (scope === 'everyone') setWantsMine(false);
          else me.withName(() => setWantsMine(true));
        }}
      />
      <ul className={classes.views}>
        {queueViews
          .filter((view) => !(mineOnly && view === 'unowned'))
          .map((view) => {
            const wanted = queueFilter(view, me.told, mineOnly);
            return (
              <li key={view}>
                <QueueButton
                  view={view}
                  count={countOf(view)}
                  active={wanted !== null && filterKey(wanted) === current}
                  onChoose={() =>
                    view === 'mine'
                      ? me.withName((name) => choose(view, name))
                      : choose(view, me.told)
                  }
                />
              </li>
            );
          })}
      </ul>
      <div className={classes.end}>
        <Tooltip label={t('handling:summary.open')}>
          <ActionIcon aria-label={t('handling:summary.open')} onClick={summary.open}>
            <IconReportAnalytics size={16} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('handling:rules.open')}>
          <ActionIcon aria-label={t('handling:rules.open')} onClick={rules.open}>
            <IconCalendarCog size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <DueRulesDialog opened={rulesOpened} onClose={rules.close} />
      <HandlingSummaryDialog
        opened={summaryOpened}
        filter={filter}
        onClose={summary.close}
        onOpen={(chosen) => {
          summary.close();
          onChange(chosen);
        }}
      />
      {me.dialog}
    </nav>
  );
}

interface QueueButtonProps {
  view: QueueView;
  count: number | undefined;
  active: boolean;
  onChoose: () => void;
}

function QueueButton({ view, count, active, onChoose }: QueueButtonProps) {
  const { t, i18n } = useTranslation();
  const word = t(`handling:views.${view}`);
  const shown = count?.toLocaleString(i18n.language) ?? '';
  return (
    <UnstyledButton
      className={classes.view}
      aria-pressed={active}
      data-pressing={pressing.has(view) && (count ?? 0) > 0 ? true : undefined}
      onClick={onChoose}
    >
      {word} <span className={classes.count}>{shown}</span>
    </UnstyledButton>
  );
}

const pressing: ReadonlySet<QueueView> = new Set(['overdue', 'escalated']);

function useQueueCommands(rules: () => void, summary: () => void, name: () => void): void {
  const { t } = useTranslation();
  const commands = useMemo<Command[]>(() => {
    const command = (id: string, run: () => void): Command => ({
      id: `handling.${id}`,
      label: t(`handling:commands.${id}`),
      group: t('app:groups.room'),
      run,
    });
    return [command('rules', rules), command('summary', summary), command('name', name)];
  }, [t, rules, summary, name]);
  useCommands(commands);
}

/** The same for filters that ask for the same, in whatever order they were made. */
function filterKey(filter: VocFilter): string {
  return JSON.stringify(Object.entries(filter).toSorted(([a], [b]) => a.localeCompare(b)));
}
