import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostMutation } from '../../../shared/host/host-queries.ts';

interface EscalateDialogProps {
  ids: readonly number[];
  opened: boolean;
  onClose: () => void;
}

/** Marks VOC for somebody above, with the reason. */
export function EscalateDialog({ ids, opened, onClose }: EscalateDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('handling:escalateDialog.title', { count: ids.length })}
    >
      <EscalateForm ids={ids} onClose={onClose} />
    </Modal>
  );
}

function EscalateForm({ ids, onClose }: Omit<EscalateDialogProps, 'opened'>) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const escalate = useHostMutation('handling.escalate', { onSuccess: onClose });
  const apply = () => escalate.mutate({ ids: [...ids], note });
  return (
    <>
      <Textarea
        data-autofocus
        autosize
        minRows={3}
        maxLength={4000}
        label={t('handling:escalateDialog.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply();
        }}
      />
      <Text size="xs" c="dimmed" mt={6}>
        {t('handling:escalateDialog.hint')}
      </Text>
      <Group justify="flex-end" gap={8} mt="md">
        <Button variant="default" onClick={onClose}>
          {t('app:cancel')}
        </Button>
        <Button onClick={apply} loading={escalate.isPending}>
          {t('handling:escalateDialog.apply')}
        </Button>
      </Group>
    </>
  );
}
