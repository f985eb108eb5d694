import { ActionIcon, Button, Group, Table, Text, TextInput, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AgendaRow,
  maxAgendaItems,
  type WorkshopView,
} from '../../../core/contract/workshop.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { minutesTyped, mostMinutes } from './agenda-clock.ts';
import { KeptText } from './KeptText.tsx';

/** What happens when: names and minutes, in the order of the room. */
export function AgendaEditor({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation();
  const { agenda } = workshop;
  const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <Panel
      title={t('workshop:agenda.title')}
      actions={
        <Text size="xs" c="dimmed">
          {t('workshop:agenda.total', { minutes })}
        </Text>
      }
    >
      <Table aria-label={t('workshop:agenda.edit')} verticalSpacing={3}>
        <Table.Tbody>
          {agenda.map((item, position) => (
            <ItemRow key={item.id} item={item} position={position} last={agenda.length - 1} />
          ))}
        </Table.Tbody>
      </Table>
      {agenda.length < maxAgendaItems && <NewItem workshopId={workshop.id} />}
    </Panel>
  );
}

interface ItemRowProps {
  item: AgendaRow;
  position: number;
  last: number;
}

function ItemRow({ item: { id, name, minutes }, position, last }: ItemRowProps) {
  const { t } = useTranslation();
  const update = useHostMutation('workshop.updateAgendaItem');
  const move = useHostMutation('workshop.moveAgendaItem');
  const remove = useHostMutation('workshop.removeAgendaItem');
  return (
    <Table.Tr>
      <Table.Td>
        <KeptText
          quiet
          label={t('workshop:agenda.nameOf', { number: position + 1 })}
          value={name}
          required
          onKeep={(kept) => update.mutate({ id, name: kept })}
        />
      </Table.Td>
      <Table.Td w={104}>
        <MinutesInput
          label={t('workshop:agenda.minutesOf', { name })}
          minutes={minutes}
          onKeep={(kept) => update.mutate({ id, minutes: kept })}
        />
      </Table.Td>
      <Table.Td w={96}>
        <Group gap={2} wrap="nowrap">
          <Act
            label={t('workshop:agenda.up', { name })}
            disabled={position === 0}
            onAct={() => move.mutate({ id, position: position - 1 })}
          >
            <IconArrowUp size={14} />
          </Act>
          <Act
            label={t('workshop:agenda.down', { name })}
            disabled={position === last}
            onAct={() => move.mutate({ id, position: position + 1 })}
          >
            <IconArrowDown size={14} />
          </Act>
          <Act label={t('workshop:agenda.remove', { name })} onAct={() => remove.mutate({ id })}>
            <IconTrash size={14} />
          </Act>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

interface ActProps {
  label: string;
  disabled?: boolean;
  onAct: () => void;
  children: ReactNode;
}

function Act({ label, disabled = false, onAct, children }: ActProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" aria-label={label} disabled={disabled} onClick={onAct}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

interface MinutesInputProps {
  label: string;
  minutes: number;
  onKeep: (minutes: number) => void;
}

/** What cannot be kept stays as it was typed, with why beside it, until it is mended or left by Escape. */
function MinutesInput({ label, minutes, onKeep }: MinutesInputProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const keep = () => {
    const typed = draft === null ? minutes : minutesTyped(draft);
    setRefused(typed === null);
    if (typed === null) return;
    setDraft(null);
    if (typed !== minutes) onKeep(typed);
  };
  return (
    <TextInput
      aria-label={label}
      inputMode="numeric"
      value={draft ?? t('workshop:agenda.minutes', { minutes })}
      maxLength={12}
      error={isRefused && t('workshop:agenda.minutesRefused', { most: mostMinutes })}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') keep();
        if (event.key !== 'Escape') return;
        setDraft(null);
        setRefused(false);
      }}
    />
  );
}

function NewItem({ workshopId }: { workshopId: number }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const add = useHostMutation('workshop.addAgendaItem', { onSuccess: () => setName('') });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') add.mutate({ workshopId, name: name.trim(), minutes: 10 });
  };
  return (
    <form onSubmit={submit}>
      <Group gap={8} mt={6} wrap="nowrap">
        <TextInput
          flex={1}
          aria-label={t('workshop:agenda.newName')}
          placeholder={t('workshop:agenda.newName')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          leftSection={<IconPlus size={14} />}
          disabled={name.trim() === ''}
          loading={add.isPending}
        >
          {t('workshop:agenda.add')}
        </Button>
      </Group>
    </form>
  );
}
