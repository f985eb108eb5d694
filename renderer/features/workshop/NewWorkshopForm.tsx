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

/** What is typed into the form. */
export interface WorkshopDraft {
  name: string;
  heldOn: string;
  place: string;
  facilitator: string;
  goal: string;
  /** The participants, as they were pasted. */
  block: string;
}

interface NewWorkshopFormProps {
  houseId: number;
  /** Outlives the form: whoever closed it by mistake finds all of it again. */
  kept: { current: WorkshopDraft | null };
  suggestedName: string;
  onCreated: (id: number) => void;
}

/** What one knows before a workshop; agenda and attendance can be changed until it is over. */
export function NewWorkshopForm({ houseId, kept, suggestedName, onCreated }: NewWorkshopFormProps) {
  const { t } = useTranslation();
  const { data: known = [] } = useHostQuery('judgement.listParticipants', { houseId });
  const [draft, setDraft] = useState<WorkshopDraft>(
    () => kept.current ?? { ...emptyDraft, name: suggestedName, heldOn: today() },
  );
  const change = (patch: Partial<WorkshopDraft>) => {
    kept.current = { ...draft, ...patch };
    setDraft(kept.current);
  };
  const { name, heldOn, place, facilitator, goal, block } = draft;
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
    kept.current = null;
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
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <SimpleGrid cols={3} spacing={12}>
          <DateField
            label={t('workshop:field.heldOn')}
            value={heldOn}
            onChange={(chosen) => change({ heldOn: chosen })}
          />
          <TextInput
            label={t('workshop:field.place')}
            value={place}
            maxLength={200}
            onChange={(event) => change({ place: event.currentTarget.value })}
          />
          <TextInput
            label={t('workshop:field.facilitator')}
            value={facilitator}
            maxLength={200}
            onChange={(event) => change({ facilitator: event.currentTarget.value })}
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
          onChange={(event) => change({ goal: event.currentTarget.value })}
        />
        <Textarea
          label={t('workshop:new.participants')}
          description={t('workshop:new.participantsHint')}
          placeholder={t('workshop:new.participantsPlaceholder')}
          autosize
          minRows={4}
          maxRows={10}
          value={block}
          onChange={(event) => change({ block: event.currentTarget.value })}
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

const emptyDraft = { place: '', facilitator: '', goal: '', block: '' };

/** By this computer's own calendar. */
function today(): string {
  return new Date().toLocaleDateString('sv-SE');
}
