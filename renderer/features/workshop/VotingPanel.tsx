import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAccessPoint, IconAccessPointOff, IconUserX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VotingStatus, WorkshopView } from '../../../core/contract/workshop.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { JoinQrCode } from './JoinQrCode.tsx';
import classes from './ScoreStep.module.css';

/** Participants' own phones and laptops: off until the facilitator opens it. */
export function VotingPanel({ workshop }: { workshop: WorkshopView }) {
  const { t, i18n } = useTranslation();
  const { data: status } = useHostQuery('voting.status', {});
  const open = useHostMutation('voting.open');
  const close = useHostMutation('voting.close');
  const voting = status?.open ?? null;
  const locale = i18n.language === 'en' ? 'en' : 'ko';
  if (voting === null) {
    return (
      <Panel title={t('workshop:voting.title')}>
        <Stack gap={10}>
          <Text size="sm">{t('workshop:voting.closed')}</Text>
          <Text size="xs" c="dimmed">
            {t('workshop:voting.safety')}
          </Text>
          <Button
            variant="default"
            leftSection={<IconAccessPoint size={15} />}
            disabled={workshop.status === 'closed'}
            loading={open.isPending}
            onClick={() => open.mutate({ workshopId: workshop.id, locale })}
          >
            {t('workshop:voting.open')}
          </Button>
        </Stack>
      </Panel>
    );
  }
  const isOurs = voting.workshopId === workshop.id;
  return (
    <Panel
      title={t('workshop:voting.title')}
      actions={
        <Button
          color="red"
          variant="light"
          leftSection={<IconAccessPointOff size={15} />}
          loading={close.isPending}
          onClick={() => close.mutate({})}
        >
          {t('workshop:voting.close')}
        </Button>
      }
    >
      {isOurs ? (
        <Joining workshop={workshop} voting={voting} />
      ) : (
        <Text size="sm">{t('workshop:voting.elsewhere')}</Text>
      )}
    </Panel>
  );
}

interface JoiningProps {
  workshop: WorkshopView;
  voting: NonNullable<VotingStatus['open']>;
}

function Joining({ workshop, voting }: JoiningProps) {
  const { t } = useTranslation();
  const release = useHostMutation('voting.release');
  const [address, ...others] = voting.urls;
  const nameOf = (id: number) => workshop.participants.find((each) => each.id === id)?.name ?? '';
  return (
    <Stack gap={10}>
      {address !== undefined && (
        <div className={classes.qrCode}>
          <JoinQrCode address={address} joinCode={voting.joinCode} />
        </div>
      )}
      <div>
        <Text size="xs" c="dimmed">
          {t('workshop:voting.code')}
        </Text>
        <span className={classes.code}>{voting.joinCode}</span>
      </div>
      <div>
        <Text size="xs" c="dimmed">
          {t('workshop:voting.address')}
        </Text>
        <span className={classes.address}>{address ?? t('workshop:voting.noAddress')}</span>
        {others.length > 0 && (
          <Text size="xs" c="dimmed">
            {t('workshop:voting.others', { addresses: others.join(', ') })}
          </Text>
        )}
      </div>
      <Text size="sm" role="status">
        {t('workshop:voting.joinedCount', {
          joined: voting.joined.length,
          people: workshop.attending.length,
        })}
        {voting.refused > 0 && ` · ${t('workshop:voting.refused', { count: voting.refused })}`}
      </Text>
      {voting.joined.map(({ participantId }) => (
        <Group key={participantId} justify="space-between" wrap="nowrap">
          <Text size="sm">{nameOf(participantId)}</Text>
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<IconUserX size={14} />}
            aria-label={t('workshop:voting.releaseOf', { name: nameOf(participantId) })}
            onClick={() => release.mutate({ participantId })}
          >
            {t('workshop:voting.release')}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
