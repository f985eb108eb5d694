import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';

interface SplitButtonProps {
  requirement: RequirementRow;
  vocIds: number[];
  onDone: () => void;
}

/** Makes a requirement of its own of the evidence that was chosen; not there while none is. */
export function SplitButton({ requirement, vocIds, onDone }: SplitButtonProps) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const [name, setName] = useState('');
  const split = useHostMutation('requirement.split', {
    onSuccess: () => {
      dialog.close();
      setName('');
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') split.mutate({ id: requirement.id, vocIds, name: name.trim() });
  };
  if (vocIds.length === 0) return null;
  return (
    <>
      <Button variant="default" size="compact-xs" mb={6} onClick={dialog.open}>
        {t('requirement:split.action')} ({vocIds.length})
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={t('requirement:split.title', { name: requirement.name, count: vocIds.length })}
      >
        <form onSubmit={submit}>
          <TextInput
            data-autofocus
            label={t('requirement:split.name')}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault();
            }}
          />
          <Text size="xs" c="dimmed" mt={8}>
            {t('requirement:split.hint')}
          </Text>
          <Group justify="flex-end" mt={14}>
            <Button type="submit" loading={split.isPending} disabled={name.trim() === ''}>
              {t('requirement:split.create')}
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}
