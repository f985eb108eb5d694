import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hostQuery, useHostQuery } from '../../../shared/host/host-queries.ts';
import { usePreference } from '../../../shared/host/preferences.ts';

interface MyNameDialogProps {
  opened: boolean;
  onClose: () => void;
  /** Called with the name once it is told. */
  onNamed: (name: string) => void;
}

/** Asks once what to call the person at this computer. */
export function MyNameDialog({ opened, onClose, onNamed }: MyNameDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t('handling:me.title')}>
      <NameForm onNamed={onNamed} />
    </Modal>
  );
}

function NameForm({ onNamed }: Pick<MyNameDialogProps, 'onNamed'>) {
  const { t } = useTranslation();
  const { data: me } = useHostQuery('handling.me', {});
  const client = useQueryClient();
  const [, setKept] = usePreference<string>('me.name', '');
  const [typed, setTyped] = useState<string | null>(null);
  const name = (typed ?? me?.name ?? '').trim();
  const save = () => {
    if (name === '') return;
    setKept(name);
    // Known at once: the next key must not ask again while the preference is being kept.
    client.setQueryData(hostQuery('handling.me', {}).queryKey, (known) =>
      known === undefined ? known : { ...known, name, told: true },
    );
    onNamed(name);
  };
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('handling:me.hint')}
      </Text>
      <TextInput
        data-autofocus
        label={t('handling:me.name')}
        maxLength={200}
        value={typed ?? me?.name ?? ''}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
        }}
      />
      <Group justify="flex-end" mt="md">
        <Button onClick={save} disabled={name === ''}>
          {t('handling:me.save')}
        </Button>
      </Group>
    </>
  );
}
