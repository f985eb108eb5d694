import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundHead } from '../../../core/contract/round.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { notifyDone } from '../../shared/ui/notify.ts';

interface RestoreFormProps {
  round: RoundHead;
  houseName: string;
  onMade: (houseId: number) => void;
}

/** Names the house that a round becomes; the one that it was kept of stays as it is. */
export function RestoreForm({ round, houseName, onMade }: RestoreFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(
    t('round:restore.suggestedName', { house: houseName, round: round.name }).slice(0, 200),
  );
  const restore = useHostMutation('round.restore', {
    onSuccess: ({ id }) => {
      modals.closeAll();
      notifyDone(t('round:restore.done', { name: name.trim() }));
      onMade(id);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        restore.mutate({ id: round.id, name: name.trim() });
      }}
    >
      <Stack gap={12}>
        <Text size="sm" c="dimmed">
          {t('round:restore.hint', { house: houseName })}
        </Text>
        <TextInput
          label={t('round:restore.name')}
          value={name}
          maxLength={200}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Stack>
      <Group justify="flex-end" mt="md">
        <Button type="submit" loading={restore.isPending} disabled={name.trim() === ''}>
          {t('round:restore.submit')}
        </Button>
      </Group>
    </form>
  );
}
