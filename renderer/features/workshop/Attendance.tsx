import { ActionIcon, Button, Checkbox, Group, Table, Text, Textarea, Tooltip } from '@mantine/core';
import { IconTrash, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maxParticipants, type ParticipantRow } from '../../../core/contract/judgement.contract.ts';
import type { WorkshopView } from '../../../core/contract/workshop.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { KeptText } from './KeptText.tsx';
import { participantsInBlock } from './participant-block.ts';

/** Who is in the room, of all who judge in this house. */
export function Attendance({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation();
  const { participants, attending } = workshop;
  const set = useHostMutation('workshop.setAttendance');
  const attend = (participantIds: number[]) =>
    set.mutate({ workshopId: workshop.id, participantIds });
  const toggle = (id: number, comes: boolean) =>
    attend(comes ? [...attending, id] : attending.filter((other) => other !== id));
  const everybody = participants.map(({ id }) => id);
  return (
    <Panel
      fill
      title={t('workshop:attendance.title')}
      actions={
        <Text size="xs" c="dimmed">
          {t('workshop:attendance.count', {
            attending: attending.length,
            all: participants.length,
          })}
        </Text>
      }
    >
      {participants.length === 0 ? (
        <Text size="sm" c="dimmed" mb={8}>
          {t('workshop:attendance.empty')}
        </Text>
      ) : (
        <Table aria-label={t('workshop:attendance.title')} verticalSpacing={3} mb={10}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={40}>
                <Checkbox
                  size="xs"
                  aria-label={t('workshop:attendance.all')}
                  checked={attending.length === participants.length}
                  indeterminate={attending.length > 0 && attending.length < participants.length}
                  onChange={(event) => attend(event.currentTarget.checked ? everybody : [])}
                />
              </Table.Th>
              <Table.Th>{t('workshop:attendance.name')}</Table.Th>
              <Table.Th>{t('workshop:attendance.team')}</Table.Th>
              <Table.Th w={40} aria-label={t('workshop:attendance.remove')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {participants.map((participant) => (
              <Participant
                key={participant.id}
                participant={participant}
                attends={attending.includes(participant.id)}
                onToggle={(comes) => toggle(participant.id, comes)}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {participants.length < maxParticipants && <Invite workshop={workshop} />}
    </Panel>
  );
}

interface ParticipantProps {
  participant: ParticipantRow;
  attends: boolean;
  onToggle: (comes: boolean) => void;
}

function Participant({ participant: { id, name, team }, attends, onToggle }: ParticipantProps) {
  const { t } = useTranslation();
  const update = useHostMutation('judgement.updateParticipant');
  const remove = useHostMutation('judgement.removeParticipant', {
    onSuccess: () => notifyDone(t('workshop:attendance.removed', { name })),
  });
  const removeLabel = `${t('workshop:attendance.remove')}: ${name}`;
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          size="xs"
          aria-label={t('workshop:attendance.attends', { name })}
          checked={attends}
          onChange={(event) => onToggle(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td>
        <KeptText
          quiet
          label={t('workshop:attendance.nameOf', { name })}
          value={name}
          required
          onKeep={(kept) => update.mutate({ id, name: kept })}
        />
      </Table.Td>
      <Table.Td>
        <KeptText
          quiet
          label={t('workshop:attendance.teamOf', { name })}
          value={team}
          onKeep={(kept) => update.mutate({ id, team: kept })}
        />
      </Table.Td>
      <Table.Td>
        <Tooltip label={t('workshop:attendance.removeHint')}>
          <ActionIcon size="sm" aria-label={removeLabel} onClick={() => remove.mutate({ id })}>
            <IconTrash size={14} />
          </ActionIcon>
        </Tooltip>
      </Table.Td>
    </Table.Tr>
  );
}

/** A block of names goes in at once, and all of them attend. */
function Invite({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation();
  const [block, setBlock] = useState('');
  const [busy, setBusy] = useState(false);
  const { participants } = workshop;
  const invited = participantsInBlock(
    block,
    participants.map(({ name }) => name),
  ).slice(0, maxParticipants - participants.length);
  const invite = async () => {
    await host.call('workshop.invite', { workshopId: workshop.id, invited });
    setBlock('');
  };
  const submit = () => {
    if (invited.length === 0 || busy) return;
    setBusy(true);
    invite()
      .catch(notifyError)
      .finally(() => setBusy(false));
  };
  return (
    <div>
      <Textarea
        label={t('workshop:attendance.invite')}
        description={t('workshop:new.participantsHint')}
        placeholder={t('workshop:new.participantsPlaceholder')}
        autosize
        minRows={3}
        maxRows={8}
        value={block}
        onChange={(event) => setBlock(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <Group justify="flex-end" mt={6}>
        <Button
          variant="default"
          leftSection={<IconUserPlus size={14} />}
          disabled={invited.length === 0}
          loading={busy}
          onClick={submit}
        >
          {invited.length === 0
            ? t('workshop:minutes.add')
            : t('workshop:attendance.add', { count: invited.length })}
        </Button>
      </Group>
    </div>
  );
}
