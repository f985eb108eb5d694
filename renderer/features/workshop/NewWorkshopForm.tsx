import { Button, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maxParticipants } from '../../../core/contract/judgement.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { DateField } from '../../shared/ui/DateField.tsx';
import { notifyError } from '../../shared/ui/notify.ts';
import { participantsInBlock } from './participant-block.ts';
import { proposedAgenda } from './proposed-agenda.ts';

interface NewWorkshopFormProps {
  houseId: number;
  suggestedName: string;
  onCreated: (id: number) => void;
}

/** What one knows before a workshop; agenda and attendance can be changed until it is over. */
export function NewWorkshopForm({ houseId, suggestedName, onCreated }: NewWorkshopFormProps) {
  const { t } = useTranslation();
  const { data: known = [] } = useHostQuery('judgement.listParticipants', { houseId });
  const [name, setName] = useState(suggestedName);
  const [heldOn, setHeldOn] = useState(() => today());
  const [place, setPlace] = useState('');
  const [facilitator, setFacilitator] = useState('');
  const [goal, setGoal] = useState('');
  const [block, setBlock] = useState('');
  const [busy, setBusy] = useState(false);
  const room = maxParticipants - known.length;
  const invited = participantsInBlock(
    block,
    known.map((participant) => participant.name),
  ).slice(0, room);
  const agenda = proposedAgenda.map(({ key, minutes }) => ({
    name: t(`workshop:proposed.${key}`),
    minutes,
  }));
  const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0);
  const create = async () => {
    const head = { name: name.trim(), heldOn, place, facilitator, goal };
    const { id } = await host.call('workshop.create', { houseId, ...head, agenda, invited });
    modals.closeAll();
    onCreated(id);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    create()
      .catch(notifyError)
      .finally(() => setBusy(false));
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={12}>
        <TextInput
          data-autofocus
          label={t('workshop:field.name')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <SimpleGrid cols={3} spacing={12}>
          <DateField label={t('workshop:field.heldOn')} value={heldOn} onChange={setHeldOn} />
          <TextInput
            label={t('workshop:field.place')}
            value={place}
            maxLength={200}
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
          <TextInput
            label={t('workshop:field.facilitator')}
            value={facilitator}
            maxLength={200}
            onChange={(event) => setFacilitator(event.currentTarget.value)}
          />
        </SimpleGrid>
        <Textarea
          label={t('workshop:field.goal')}
          placeholder={t('workshop:new.goalPlaceholder')}
          autosize
          minRows={2}
          maxRows={4}
          maxLength={4000}
          value={goal}
          onChange={(event) => setGoal(event.currentTarget.value)}
        />
        <Textarea
          label={t('workshop:new.participants')}
          description={t('workshop:new.participantsHint')}
          placeholder={t('workshop:new.participantsPlaceholder')}
          autosize
          minRows={4}
          maxRows={10}
          value={block}
          onChange={(event) => setBlock(event.currentTarget.value)}
        />
        <Group justify="space-between">
          <Text size="xs" c="dimmed" role="status">
            {t('workshop:new.summary', {
              known: known.length,
              invited: invited.length,
              items: agenda.length,
              minutes,
            })}
          </Text>
          <Button
            type="submit"
            loading={busy}
            disabled={name.trim() === '' || heldOn === ''}
            size="sm"
          >
            {t('workshop:new.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** By this computer's own calendar. */
function today(): string {
  return new Date().toLocaleDateString('sv-SE');
}
