import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { notifyDone } from '../../shared/ui/notify.ts';

/** Keeps the house as it stands, with who and why. */
export function KeepForm({ houseId }: { houseId: number }) {
  const { t } = useTranslation();
  const { data: rounds = [] } = useHostQuery('round.list', { houseId });
  const [typed, setName] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [author, setAuthor] = usePreference<string>('round.author', '');
  const name = typed ?? t('round:keep.suggestedName', { number: rounds.length + 1 });
  const save = useHostMutation('round.save', {
    onSuccess: () => {
      notifyDone(t('round:keep.done', { name: name.trim() }));
      modals.closeAll();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ houseId, name: name.trim(), reason: reason.trim(), author: author.trim() });
      }}
    >
      <Stack gap={12}>
        <Text size="sm" c="dimmed">
          {t('round:keep.hint')}
        </Text>
        <TextInput
          label={t('round:keep.name')}
          value={name}
          maxLength={200}
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('round:keep.author')}
          value={author}
          maxLength={200}
          onChange={(event) => setAuthor(event.currentTarget.value)}
        />
        <Textarea
          label={t('round:keep.reason')}
          placeholder={t('round:keep.reasonPlaceholder')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={4000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
      <Group justify="flex-end" mt="md">
        <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
          {t('round:keep.submit')}
        </Button>
      </Group>
    </form>
  );
}
