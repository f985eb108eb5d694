import { Button, Group, Table, Text } from '@mantine/core';
import { IconChartGridDots, IconLockOpen, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { VoteRoundHead, WorkshopView } from '../../../core/contract/workshop.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { momentText } from '../../shared/i18n/moment-text.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { OpenRound } from './OpenRound.tsx';
import { OpenRoundForm } from './OpenRoundForm.tsx';
import classes from './ScoreStep.module.css';
import { VotingPanel } from './VotingPanel.tsx';

interface ScoreStepProps {
  workshop: WorkshopView;
  view: HouseView;
  onResults: () => void;
}

/** Everybody scores for themselves; nobody, the facilitator included, sees what, until the round closes. */
export function ScoreStep({ workshop, view, onResults }: ScoreStepProps) {
  const { t } = useTranslation();
  const open = workshop.rounds.find(({ closedAt }) => closedAt === null);
  const closed = workshop.rounds.filter(({ closedAt }) => closedAt !== null);
  return (
    <div className={classes.columns}>
      <div className={classes.left}>
        {open === undefined ? (
          <OpenRoundForm workshop={workshop} view={view} />
        ) : (
          <OpenRound
            key={open.id}
            workshop={workshop}
            view={view}
            round={open}
            onClosed={onResults}
          />
        )}
        {closed.length > 0 && (
          <Panel title={t('workshop:round.closedTitle')}>
            <Table aria-label={t('workshop:round.closedTitle')} verticalSpacing={4}>
              <Table.Tbody>
                {closed.toReversed().map((round) => (
                  <ClosedRound
                    key={round.id}
                    round={round}
                    canReopen={open === undefined && workshop.status !== 'closed'}
                    onResults={onResults}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Panel>
        )}
      </div>
      <VotingPanel workshop={workshop} />
    </div>
  );
}

interface ClosedRoundProps {
  round: VoteRoundHead;
  /** Only one round is open at a time, and none of a workshop that is over. */
  canReopen: boolean;
  onResults: () => void;
}

function ClosedRound({ round, canReopen, onResults }: ClosedRoundProps) {
  const { t } = useTranslation();
  const reopen = useHostMutation('workshop.reopenRound');
  const remove = useHostMutation('workshop.removeRound');
  const voters = round.progress.filter(({ scored }) => scored > 0).length;
  return (
    <Table.Tr>
      <Table.Td>
        {t('workshop:round.name', {
          number: round.number,
          subject: t(`workshop:subject.${round.subject}`),
        })}
        <Text size="xs" c="dimmed">
          {t('workshop:round.closedAt', {
            at: momentText(round.closedAt ?? round.openedAt),
            voters,
          })}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap={6} justify="flex-end">
          <Button
            variant="light"
            size="compact-xs"
            leftSection={<IconChartGridDots size={14} />}
            onClick={onResults}
          >
            {t('workshop:round.results')}
          </Button>
          <Button
            variant="subtle"
            size="compact-xs"
            disabled={!canReopen}
            leftSection={<IconLockOpen size={14} />}
            onClick={() => reopen.mutate({ roundId: round.id })}
          >
            {t('workshop:round.reopen')}
          </Button>
          <Button
            variant="subtle"
            color="red"
            size="compact-xs"
            leftSection={<IconTrash size={14} />}
            onClick={() => remove.mutate({ roundId: round.id })}
          >
            {t('workshop:round.remove')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
